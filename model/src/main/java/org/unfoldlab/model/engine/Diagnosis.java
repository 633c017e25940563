package org.unfoldlab.model.engine;

import java.util.List;

/**
 * What an engine found on this machine.
 *
 * @param works true when it can execute programs here
 * @param device where it computes, e.g. {@code CPU}
 * @param threads threads it computes with
 * @param details one fact a line, in plain words: version, natives, what is missing and why
 */
public record Diagnosis(boolean works, String device, int threads, List<String> details) {
    public Diagnosis {
        details = List.copyOf(details);
    }
}
