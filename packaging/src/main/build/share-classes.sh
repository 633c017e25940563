#!/bin/sh
# Lets later starts share the classes of this one (class-data sharing), so that the window opens twice as fast.
# Needs a display, or xvfb-run; without either the image starts as fast as it does, and this says so.
#
# $1: the app image, e.g. packaging/target/dist/unfold
image=$1
archive=$image/lib/app/unfold.jsa
rm -f "$archive"
home=$(mktemp -d)
run() {
    UNFOLD_HOME=$home JAVA_TOOL_OPTIONS="-XX:ArchiveClassesAtExit=$archive" "$@" "$image/bin/unfold" --warm-up
}
if [ -n "$DISPLAY" ]; then
    run env
elif command -v xvfb-run > /dev/null; then
    run xvfb-run -a
else
    echo "No display and no xvfb-run: classes are not shared, the window will open more slowly."
fi
rm -rf "$home"
[ -f "$archive" ] && ls -l "$archive"
exit 0
