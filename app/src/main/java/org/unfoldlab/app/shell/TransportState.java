package org.unfoldlab.app.shell;

/**
 * What the transport says of the run.
 *
 * @param action what the large button does
 * @param headline e.g. {@code Run 3 · epoch 23 of 60}
 * @param detail e.g. {@code 4 min 10 s left · seed 1}
 */
public record TransportState(Action action, String headline, String detail) {
    /** What the large button does. */
    public enum Action {
        TRAIN("Train"),
        PAUSE("Pause"),
        CONTINUE("Continue");

        private final String verb;

        Action(String verb) {
            this.verb = verb;
        }

        /** The button's word. */
        public String verb() {
            return verb;
        }
    }
}
