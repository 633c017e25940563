#!/bin/sh
# 'unfold' in a terminal and from the desktop, as in the source tree: /usr/bin/unfold points here.
#   UNFOLD_JAVA_OPTS  further options for java, e.g. -Xmx8g
self=$0
while [ -L "$self" ]; do
    target=$(readlink "$self")
    case $target in /*) self=$target ;; *) self=$(dirname "$self")/$target ;; esac
done
app=$(CDPATH= cd -- "$(dirname -- "$self")/app" && pwd -P) || exit 1
# Commands that mostly start up, read and print are done sooner without the optimising compiler. So is the window. And a
# small young generation stays in memory that is already there: less to fetch at the start, and in a check, whose
# numbers all pass through it.
case "${1:-}" in
    '' | --warm-up | open | *.unfold | equivalence) quick='-XX:TieredStopAtLevel=1 -Xmn32m' ;;
    describe | presets | engines | -*) quick=-XX:TieredStopAtLevel=1 ;;
    *) quick= ;;
esac
# Whether a person watches, and how wide the terminal is.
if [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; then
    size=$(stty size <&2 2>/dev/null)
    watched="-Dunfold.terminal=true -Dunfold.columns=${size#* }"
else
    watched=-Dunfold.terminal=false
fi
# Threads that wait for each other spin for a moment and then sleep; see "Threads that wait" in docs/performance.md.
export OMP_WAIT_POLICY="${OMP_WAIT_POLICY:-PASSIVE}" GOMP_SPINCOUNT="${GOMP_SPINCOUNT:-5000}"
# What libraries unpack belongs with the other caches and not into the user's home.
cache=${UNFOLD_HOME:+$UNFOLD_HOME/cache}
cache=${cache:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/unfold}
set -- "-Djavafx.cachedir=$cache/javafx" "-Dorg.bytedeco.javacpp.cachedir=$cache/javacpp" org.unfoldlab.app.Main "$@"
# shellcheck disable=SC2086
set -- $quick $watched ${UNFOLD_JAVA_OPTS:-} "$@"
# The options and the class path that jpackage wrote for its own launcher.
class_path=
while IFS= read -r line; do
    case $line in
        app.classpath=*) class_path=$class_path:$app${line#*\$APPDIR} ;;
        java-options=*\$APPDIR*)
            line=${line#java-options=}
            set -- "${line%%\$APPDIR*}$app${line#*\$APPDIR}" "$@"
            ;;
        java-options=*) set -- "${line#java-options=}" "$@" ;;
    esac
done < "$app/unfold.cfg"
# Libraries for graphics cards that the window fetched; see app.devices.GpuLibraries.
added=${UNFOLD_HOME:-${XDG_DATA_HOME:-${HOME:-}/.local/share}/unfold}/gpu/lib
[ ! -d "$added" ] || class_path="$class_path:$added/*"
exec "$app/../runtime/bin/java" -cp "${class_path#:}" "$@"
