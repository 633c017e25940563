#!/bin/sh
# Trains the demo for one epoch with the built image, without a window, and fails if it does not.
#
# $1: the app image, e.g. packaging/target/dist/unfold
set -e
image=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
UNFOLD_HOME=$home "$image/lib/unfold.sh" --version
UNFOLD_HOME=$home "$image/lib/unfold.sh" train demo --epochs 1 --out "$home/run" > "$home/out" 2>&1 || {
    cat "$home/out"
    exit 1
}
tail -n 3 "$home/out"
