#!/bin/sh
# Lets starts share the classes that this one loaded and linked (Java's ahead-of-time cache), so that the window opens
# in less than half the time. Needs Java 25 in the image and a display or xvfb-run; without, the image starts as it
# does, and this says so.
#
# $1: the app image, e.g. packaging/target/dist/unfold
image=$1
cache=$image/lib/app/unfold.aot
options=$image/lib/app/unfold.cfg
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
if ! "$image/lib/runtime/bin/java" -XX:AOTCacheOutput="$home/none" -version > /dev/null 2>&1; then
    echo "Java older than 25: classes are not shared, the window will open more slowly."
    exit 0
fi
if [ -n "$DISPLAY" ]; then
    display=env
elif command -v xvfb-run > /dev/null; then
    display="xvfb-run -a"
else
    echo "No display and no xvfb-run: classes are not shared, the window will open more slowly."
    exit 0
fi
UNFOLD_HOME=$home JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$cache" $display "$image/bin/unfold" --warm-up > "$home/log" 2>&1
if [ -f "$cache" ]; then
    sed -i 's|^\[JavaOptions\]$|&\njava-options=-XX:AOTCache=$APPDIR/unfold.aot|' "$options"
    ls -l "$cache"
else
    cat "$home/log"
    echo "The classes could not be written down: the window will open more slowly."
fi
