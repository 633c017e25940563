package org.unfoldlab.app.explore;

import org.unfoldlab.model.explore.ExploreAnswer;

/** How far Explore is with the run in focus. */
public sealed interface ExploreState {
    /**
     * There is nothing to ask yet.
     *
     * @param training true while a run trains, so that there will be
     */
    record NothingTrained(boolean training) implements ExploreState {}

    /** A process reads the run and its images. */
    record Loading(int run) implements ExploreState {}

    /** Questions are answered. */
    record Open(int run, ExploreAnswer.Ready ready) implements ExploreState {}

    /**
     * There is no process to ask.
     *
     * @param loaded true when the run had been loaded before
     * @param reason a sentence
     */
    record Lost(int run, boolean loaded, String reason) implements ExploreState {}
}
