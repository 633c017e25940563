package org.unfoldlab.model.engine.folded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.unfoldlab.model.graph.Activation;
import org.unfoldlab.model.graph.Combine;
import org.unfoldlab.model.graph.Timing;
import org.unfoldlab.model.network.CheckedTransition;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.program.StateAt;

/*
 * The loop: h(t) = combine over the transitions into a state of F(h(t-1)) + shortcut(h(t-1)). One h per state is held;
 * each pass of the loop replaces it. What the way back needs is pushed on a stack, one entry a pass, and popped by
 * back-propagation through time (Werbos 1990). A transition is left out at t when nothing read out could notice.
 */
/** A network run as what it is: a few states that change over time. */
final class Recurrence {
    private final Network network;
    private final int readoutTime;
    private final SortedSet<Integer> readouts;
    private final Functions functions;
    private final Map<StateAt, INDArray> seen = new LinkedHashMap<>();
    private final SortedMap<Integer, Use> answers = new TreeMap<>();
    private final List<Map<String, Arrival>> stack = new ArrayList<>();
    private Use.Backward preNet = g -> g;

    /** What arrived at one state in one pass: each contribution's source and application; null source: the pre-net. */
    private record Arrival(List<Contribution> contributions, double scale, Use.Backward activation) {}

    private record Contribution(
            @org.jspecify.annotations.Nullable String source, Use use) {}

    Recurrence(Network network, int readoutTime, SortedSet<Integer> readouts, Functions functions) {
        this.network = network;
        this.readoutTime = readoutTime;
        this.readouts = readouts;
        this.functions = functions;
    }

    /** Runs the loop on images [C, N, H, W]. */
    void run(INDArray images) {
        Use start = functions.preNet(network.preNet(), images);
        preNet = start.backward();
        Map<String, INDArray> h = new HashMap<>();
        h.put(network.first().name(), start.value());
        List<Set<String>> wanted = wanted();
        for (int t = 0; t < readoutTime; t++) {
            if (t > 0) {
                h = pass(h, t, start.value(), wanted.get(t));
            }
            remember(h, t);
            INDArray source = h.get(network.document().readout().state());
            if (readouts.contains(t + 1) && source != null) {
                answers.put(t + 1, functions.postNet(source, t + 1));
            }
        }
    }

    private void remember(Map<String, INDArray> h, int t) {
        h.forEach((state, value) -> seen.put(new StateAt(state, t), value));
    }

    /** One pass of the loop: all states move from t − 1 to t together. */
    private Map<String, INDArray> pass(Map<String, INDArray> h, int t, INDArray stimulus, Set<String> wanted) {
        Map<String, List<Contribution>> arrived = new LinkedHashMap<>();
        for (CheckedTransition transition : network.transitions()) {
            INDArray x = h.get(transition.source().name());
            if (x != null && wanted.contains(transition.target().name()) && isActive(transition, t)) {
                arrived.computeIfAbsent(transition.target().name(), name -> new ArrayList<>())
                        .add(new Contribution(transition.source().name(), functions.transition(transition, x, t)));
            }
        }
        String first = network.first().name();
        if (network.document().stimulus().timing() == Timing.SUSTAINED && wanted.contains(first)) {
            arrived.computeIfAbsent(first, name -> new ArrayList<>())
                    .add(new Contribution(null, new Use(stimulus, g -> g)));
        }
        Map<String, INDArray> next = new HashMap<>();
        Map<String, Arrival> entry = new LinkedHashMap<>();
        arrived.forEach((state, contributions) -> next.put(state, combine(state, contributions, entry)));
        stack.add(entry);
        return next;
    }

    private INDArray combine(String state, List<Contribution> contributions, Map<String, Arrival> entry) {
        double scale = network.document().combine() == Combine.MEAN ? 1.0 / contributions.size() : 1;
        INDArray sum = contributions.get(0).use().value();
        for (Contribution contribution : contributions.subList(1, contributions.size())) {
            sum = sum.add(contribution.use().value());
        }
        INDArray value = contributions.size() == 1 ? sum : sum.mul(scale);
        Use activation =
                network.state(state).activation() == Activation.RELU ? Functions.relu(value) : new Use(value, g -> g);
        entry.put(state, new Arrival(contributions, scale, activation.backward()));
        return activation.value();
    }

    /** Back-propagation through time from the gradient of the logits at one readout time. */
    void backward(int readout, INDArray gradient) {
        Map<String, INDArray> g = new HashMap<>();
        g.put(network.document().readout().state(), answer(readout).backward().of(gradient));
        List<INDArray> intoPreNet = new ArrayList<>();
        for (int t = readout - 1; t >= 1; t--) {
            g = passBack(g, stack.get(t - 1), intoPreNet);
        }
        INDArray start = g.get(network.first().name());
        if (start != null) {
            intoPreNet.add(start);
        }
        intoPreNet.stream().reduce(INDArray::add).ifPresent(preNet::of);
    }

    private static Map<String, INDArray> passBack(
            Map<String, INDArray> g, Map<String, Arrival> entry, List<INDArray> intoPreNet) {
        Map<String, INDArray> before = new HashMap<>();
        entry.forEach((state, arrival) -> {
            INDArray here = g.get(state);
            if (here != null) {
                INDArray each = arrival.activation().of(here).mul(arrival.scale());
                for (Contribution contribution : arrival.contributions()) {
                    INDArray back = contribution.use().backward().of(each);
                    String source = contribution.source();
                    if (source == null) {
                        intoPreNet.add(back);
                    } else {
                        before.merge(source, back, INDArray::add);
                    }
                }
            }
        });
        return before;
    }

    /** The states whose h(t) something read out depends on, by t. */
    private List<Set<String>> wanted() {
        List<Set<String>> wanted = new ArrayList<>();
        for (int t = 0; t < readoutTime; t++) {
            wanted.add(new HashSet<>());
        }
        readouts.forEach(readout ->
                wanted.get(readout - 1).add(network.document().readout().state()));
        for (int t = readoutTime - 1; t >= 1; t--) {
            for (CheckedTransition transition : network.transitions()) {
                if (isActive(transition, t)
                        && wanted.get(t).contains(transition.target().name())) {
                    wanted.get(t - 1).add(transition.source().name());
                }
            }
        }
        return wanted;
    }

    private boolean isActive(CheckedTransition transition, int t) {
        return transition.window().steps(readoutTime).get(t);
    }

    /** Every h(t) that was held, [C, N, H, W]. */
    Map<StateAt, INDArray> seen() {
        return seen;
    }

    /** Logits [classes, N] at a readout time. */
    INDArray logits(int readout) {
        return answer(readout).value();
    }

    private Use answer(int readout) {
        Use answer = answers.get(readout);
        if (answer == null) {
            throw new IllegalArgumentException("no signal yet at T = " + readout);
        }
        return answer;
    }
}
