#!/bin/sh
# Trains the demo for one epoch with the built image, without a window, and fails if it does not, or if it says more on
# standard output than was asked for.
#
# $1: the app image, e.g. packaging/target/dist/unfold
set -e
image=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
unset DISPLAY
export UNFOLD_HOME="$home"
"$image/lib/unfold.sh" --version | tee "$home/version"
[ "$(wc -l < "$home/version")" -eq 1 ]
[ "$("$image/bin/unfold" --version)" = "$(cat "$home/version")" ]
"$image/lib/unfold.sh" demo --epochs 1 --out "$home/run" > "$home/out" 2>&1 || {
    cat "$home/out"
    exit 1
}
[ -s "$home/run/events.jsonl" ]
tail -n 3 "$home/out"
