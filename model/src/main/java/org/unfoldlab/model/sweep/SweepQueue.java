package org.unfoldlab.model.sweep;

import java.util.List;

/**
 * What of a sweep is done, running and still to do: an immutable value, advanced by what workers tell. A run that is
 * finished or failed never starts again.
 *
 * @param entries in the order of training
 * @param workers how many runs may train at once, at least 1
 * @param paused true to start nothing more; what runs goes on
 */
public record SweepQueue(List<Entry> entries, int workers, boolean paused) {
    public SweepQueue {
        entries = List.copyOf(entries);
        if (workers < 1) {
            throw new IllegalArgumentException("at least one worker, got " + workers);
        }
    }

    /**
     * One run.
     *
     * @param key tells it from the others
     */
    public record Entry(String key, State state) {}

    /** Where a run stands. */
    public enum State {
        /** Not begun, or interrupted and to be gone on with. */
        WAITING,
        RUNNING,
        FINISHED,
        /** It ended by itself and would end so again, or could not be started. */
        FAILED
    }

    /** The runs that may start now, in order. */
    public List<String> startable() {
        long free = paused ? 0 : Math.max(0, workers - count(State.RUNNING));
        return entries.stream()
                .filter(entry -> entry.state() == State.WAITING)
                .limit(free)
                .map(Entry::key)
                .toList();
    }

    /** The same with one run in another state. */
    public SweepQueue with(String key, State state) {
        return new SweepQueue(
                entries.stream()
                        .map(entry -> entry.key().equals(key) ? new Entry(key, state) : entry)
                        .toList(),
                workers,
                paused);
    }

    /** The same, starting nothing more, or starting again. */
    public SweepQueue withPaused(boolean nowPaused) {
        return new SweepQueue(entries, workers, nowPaused);
    }

    /** How many runs are in a state. */
    public int count(State state) {
        return (int) entries.stream().filter(entry -> entry.state() == state).count();
    }

    /** True when nothing runs and nothing will. */
    public boolean isOver() {
        return count(State.RUNNING) == 0 && (paused || count(State.WAITING) == 0);
    }
}
