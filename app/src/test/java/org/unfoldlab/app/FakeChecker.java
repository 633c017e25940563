package org.unfoldlab.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unfoldlab.app.equivalence.Checker;
import org.unfoldlab.model.equivalence.EquivalenceSettings;
import org.unfoldlab.model.equivalence.Finding;
import org.unfoldlab.model.graph.NetworkDocument;

/** A checker that finds what a test says, and nothing else. */
public final class FakeChecker implements Checker {
    public final List<EquivalenceSettings> started = new ArrayList<>();
    public int cancelled;
    private Optional<Listener> listener = Optional.empty();

    @Override
    public Check start(NetworkDocument network, EquivalenceSettings settings, Listener told) {
        started.add(settings);
        listener = Optional.of(told);
        return () -> cancelled++;
    }

    public void find(Finding finding) {
        listener.orElseThrow().found(finding);
    }

    public void end(int exitCode, String lastWords) {
        listener.orElseThrow().ended(exitCode, lastWords);
    }
}
