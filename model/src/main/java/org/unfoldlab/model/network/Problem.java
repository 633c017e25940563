package org.unfoldlab.model.network;

import java.util.Optional;
import org.unfoldlab.model.graph.Step;

/**
 * Something a user should know about a document, with its place and what to do about it.
 *
 * @param what one sentence without full stop, e.g. {@code V1 → V4: 32² to 8² needs two halvings}
 * @param remedy one or two sentences
 */
public record Problem(Severity severity, Place place, String what, String remedy) {
    /** Errors keep a network from running, warnings do not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** What to select in the drawing. */
    public sealed interface Place {
        /** A field of the file, e.g. {@code readout.time}. */
        record Field(String path) implements Place {}

        /** A state by name. */
        record OfState(String name) implements Place {}

        /** A transition by id. */
        record OfTransition(String id) implements Place {}

        /** One step of a transition. */
        record OfStep(Step step) implements Place {}

        /** The words that name this place in a terminal. */
        default Optional<String> words() {
            if (this instanceof Field field) {
                return Optional.of(field.path());
            }
            if (this instanceof OfState state) {
                return Optional.of("state " + state.name());
            }
            if (this instanceof OfTransition transition) {
                return Optional.of("transition " + transition.id());
            }
            return this instanceof OfStep step ? Optional.of("step " + step.step()) : Optional.empty();
        }
    }

    static Problem error(Place place, String what, String remedy) {
        return new Problem(Severity.ERROR, place, what, remedy);
    }

    static Problem warning(Place place, String what, String remedy) {
        return new Problem(Severity.WARNING, place, what, remedy);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line for a terminal. */
    public String sentence() {
        return what + ". " + remedy;
    }
}
