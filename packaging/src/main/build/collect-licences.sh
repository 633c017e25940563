#!/bin/sh
# Puts the licence texts and notices that libraries carry in their jars into one folder, one folder each, with the list
# of all libraries above them. Java's own lie in lib/runtime/legal.
#
# $1: the app image, $2: the repository's root
set -e
licences=$1/lib/licences
rm -rf "$licences"
mkdir -p "$licences"
cp "$2/LICENSE" "$2/THIRD-PARTY-NOTICES" "$licences"
for jar in "$1"/lib/app/*.jar; do
    name=$(basename "$jar" .jar)
    case $name in unfold-*) continue ;; esac
    texts=$(unzip -Z1 "$jar" | grep -E -i '(^|/)(licen[cs]e|notice|copying|copyright)[^/]*$' | grep -v '\.class$' || true)
    [ -n "$texts" ] || continue
    echo "$texts" | while IFS= read -r text; do
        mkdir -p "$licences/$name"
        unzip -p "$jar" "$text" > "$licences/$name/$(basename "$text")"
    done
done
echo "Licence texts of $(find "$licences" -mindepth 1 -type d | wc -l) jars in $licences"
