#!/bin/sh
# Takes out of the jars of natives what nobody runs: headers, build files, symbols for debuggers, and the binding of all
# of LAPACK. Without zip, unzip or strip the jars stay as they are.
#
# $1: the folder of jars, e.g. packaging/target/input
set -e
for tool in zip unzip strip; do
    command -v $tool > /dev/null || {
        echo "No $tool: natives are not trimmed, the image is larger."
        exit 0
    }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for jar in "$1"/*-linux-x86_64*.jar; do
    case $(basename "$jar") in javafx-*) continue ;; esac
    unzip -qo "$jar" -d "$work/jar"
    find "$work/jar" -depth \( -name include -o -name cmake -o -name libjniopenblas_full.so -o -name '*.cpp' \) \
        -exec rm -rf {} +
    find "$work/jar" -type f -name '*.so*' -exec strip --strip-unneeded {} +
    rm "$jar"
    (cd "$work/jar" && zip -qrX "$work/new.jar" META-INF && zip -qrX "$work/new.jar" . -x 'META-INF/*')
    mv "$work/new.jar" "$jar"
    rm -r "$work/jar"
done
du -sh "$1"
