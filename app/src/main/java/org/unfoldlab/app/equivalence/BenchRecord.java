package org.unfoldlab.app.equivalence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.equivalence.CopyGradients;
import org.unfoldlab.model.equivalence.Difference;
import org.unfoldlab.model.equivalence.EquivalenceReport;
import org.unfoldlab.model.equivalence.Finding;
import org.unfoldlab.model.equivalence.StatePicture;
import org.unfoldlab.model.program.StateAt;

/**
 * What a check has found so far: its findings, folded. Immutable.
 *
 * @param layers depth of the unfolded network; 0 before it stands
 * @param copies of learned tensors that it holds
 * @param states differences of all states, for each number of training steps so far
 * @param pictures the pictures that go with them
 * @param answer logits and loss at the start
 * @param gradients at the start, by key
 * @param report once all is done
 */
public record BenchRecord(
        int layers,
        int copies,
        List<Map<StateAt, Difference>> states,
        List<Map<StateAt, StatePicture>> pictures,
        Optional<Finding.AnswerFound> answer,
        Map<String, CopyGradients> gradients,
        Optional<EquivalenceReport> report) {
    /** Nothing yet. */
    public static final BenchRecord EMPTY =
            new BenchRecord(0, 0, List.of(), List.of(), Optional.empty(), Map.of(), Optional.empty());

    public BenchRecord {
        states = List.copyOf(states);
        pictures = List.copyOf(pictures);
        gradients = Collections.unmodifiableMap(new LinkedHashMap<>(gradients));
    }

    /** True before the first finding. */
    public boolean isEmpty() {
        return layers == 0;
    }

    /** How many training steps the states are known for; −1 for none. */
    public int lastTrainingStep() {
        return states.size() - 1;
    }

    /** Differences after so many training steps; empty where unknown. */
    public Map<StateAt, Difference> statesAfter(int trainingSteps) {
        return trainingSteps >= 0 && trainingSteps < states.size() ? states.get(trainingSteps) : Map.of();
    }

    /** The two pictures of h(t) after so many training steps. */
    public Optional<StatePicture> picture(int trainingSteps, StateAt at) {
        return trainingSteps >= 0 && trainingSteps < pictures.size()
                ? Optional.ofNullable(pictures.get(trainingSteps).get(at))
                : Optional.empty();
    }

    /** With one more finding. */
    public BenchRecord with(Finding finding) {
        if (finding instanceof Finding.Built built) {
            return new BenchRecord(built.layers(), built.copies(), states, pictures, answer, gradients, report);
        }
        if (finding instanceof Finding.StateFound found) {
            return new BenchRecord(
                    layers,
                    copies,
                    added(states, found.at(), found.difference()),
                    added(pictures, found.at(), found.picture()),
                    answer,
                    gradients,
                    report);
        }
        if (finding instanceof Finding.AnswerFound found) {
            return new BenchRecord(layers, copies, states, pictures, Optional.of(found), gradients, report);
        }
        if (finding instanceof Finding.GradientFound found) {
            Map<String, CopyGradients> more = new LinkedHashMap<>(gradients);
            more.put(found.gradients().key(), found.gradients());
            return new BenchRecord(layers, copies, states, pictures, answer, more, report);
        }
        if (finding instanceof Finding.Trained trained) {
            return new BenchRecord(
                    layers,
                    copies,
                    appended(states, trained.states()),
                    appended(pictures, trained.pictures()),
                    answer,
                    gradients,
                    report);
        }
        Finding.Finished finished = (Finding.Finished) finding;
        return new BenchRecord(layers, copies, states, pictures, answer, gradients, Optional.of(finished.report()));
    }

    private static <V> List<Map<StateAt, V>> added(List<Map<StateAt, V>> all, StateAt at, V value) {
        Map<StateAt, V> first = new LinkedHashMap<>(all.isEmpty() ? Map.of() : all.get(0));
        first.put(at, value);
        return List.of(first);
    }

    private static <V> List<Map<StateAt, V>> appended(List<Map<StateAt, V>> all, Map<StateAt, V> next) {
        List<Map<StateAt, V>> more = new ArrayList<>(all);
        more.add(next);
        return more;
    }
}
