#!/bin/sh
# 'unfold' in a terminal, as in the source tree: /usr/bin/unfold points here.
self=$0
while [ -L "$self" ]; do
    target=$(readlink "$self")
    case $target in /*) self=$target ;; *) self=$(dirname "$self")/$target ;; esac
done
# Threads that wait for each other must sleep, not spin: on a busy computer spinning makes training twenty times slower.
export OMP_WAIT_POLICY="${OMP_WAIT_POLICY:-PASSIVE}"
exec "$(dirname "$self")/../bin/unfold" "$@"
