package org.unfoldlab.app.editor;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.network.Problem;
import org.unfoldlab.model.network.Repair;
import org.unfoldlab.model.network.Repairs;

/**
 * The repairs of one drawing's problems.
 *
 * @param repairs one for each of the first problems
 * @param repaired the document with all errors repaired that can be
 */
record FoundRepairs(Drawing drawing, List<Optional<Repair>> repairs, NetworkDocument repaired) {
    /** Repairs are looked for among so many problems; more are rarely read. */
    private static final int LOOKED_AT = 20;

    FoundRepairs {
        repairs = List.copyOf(repairs);
    }

    /** Before anything is found. */
    static FoundRepairs none(Drawing drawing) {
        return new FoundRepairs(drawing, List.of(), drawing.document());
    }

    /** Looks for them; checks many drawings, so not on the screen's thread. */
    static FoundRepairs of(Drawing drawing) {
        List<Optional<Repair>> repairs = drawing.problems().stream()
                .limit(LOOKED_AT)
                .map(problem -> Repairs.of(drawing.document(), problem))
                .toList();
        return new FoundRepairs(drawing, repairs, Repairs.all(drawing.document()));
    }

    /** The repair of a problem by its place in the list. */
    Optional<Repair> of(int problem) {
        return problem < repairs.size() ? repairs.get(problem) : Optional.empty();
    }

    long repairableErrors() {
        List<Problem> problems = drawing.problems();
        return IntStream.range(0, repairs.size())
                .filter(i -> of(i).isPresent() && problems.get(i).isError())
                .count();
    }

    /** A document with all its errors repaired; known already for the one that was looked at. */
    NetworkDocument all(NetworkDocument document) {
        return document.equals(drawing.document()) ? repaired : Repairs.all(document);
    }
}
