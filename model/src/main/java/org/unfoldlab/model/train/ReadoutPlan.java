package org.unfoldlab.model.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.model.result.ReadoutPoint;

/**
 * Which readout times a trained network can answer at, by which programs, and why not at the others.
 *
 * @param unanswered the times that have no answer
 * @param programs one for all the others, or one each when windows refer to T
 */
record ReadoutPlan(List<ReadoutPoint> unanswered, List<Program> programs) {
    ReadoutPlan {
        unanswered = List.copyOf(unanswered);
        programs = List.copyOf(programs);
    }

    /** Looks at each time alone, then unrolls those that can be answered together. */
    static ReadoutPlan of(Network network, Trained trained, Collection<Integer> times, StatisticsPolicy policy) {
        List<ReadoutPoint> unanswered = new ArrayList<>();
        TreeSet<Integer> answered = new TreeSet<>();
        for (int time : new TreeSet<>(times)) {
            Optional<ReadoutPoint> hindrance = hindrance(network, trained, time, policy);
            hindrance.ifPresentOrElse(unanswered::add, () -> answered.add(time));
        }
        List<Program> programs = Unroller.unrollAll(network, answered).stream()
                .map(Lowering::lower)
                .toList();
        return new ReadoutPlan(unanswered, programs);
    }

    private static Optional<ReadoutPoint> hindrance(
            Network network, Trained trained, int time, StatisticsPolicy policy) {
        Unrolling unrolling = Unroller.unroll(network, time);
        if (unrolling.readouts().isEmpty()) {
            return Optional.of(new ReadoutPoint.NoSignal(time, firstTime(network)));
        }
        Program program = Lowering.lower(unrolling);
        Optional<String> weight = program.parameters().keySet().stream()
                .filter(key -> !trained.weights().containsKey(key))
                .findFirst();
        if (weight.isPresent()) {
            String reason = "The weight " + weight.get() + " does not exist: training at T = "
                    + network.document().readout().time() + " never made it.";
            return Optional.of(new ReadoutPoint.Unavailable(time, reason));
        }
        if (policy != StatisticsPolicy.HOLD) {
            return Optional.empty();
        }
        return HeldStatistics.missing(program, trained.running())
                .map(norm -> new ReadoutPoint.Unavailable(
                        time,
                        norm + " never ran in training, so there are no statistics of it to hold. Use recalibrate."));
    }

    /** The first readout time with a signal; the trained one has one, since the network was checked. */
    private static OptionalInt firstTime(Network network) {
        return IntStream.rangeClosed(1, network.document().readout().time())
                .filter(time -> !Unroller.unroll(network, time).readouts().isEmpty())
                .findFirst();
    }

    /** Every batch-norm position that a program runs. */
    static Set<NormPosition> positions(Program program) {
        return program.nodes().stream()
                .filter(node -> node.operation() instanceof Operation.BatchNorm)
                .flatMap(node -> ((Operation.BatchNorm) node.operation()).positions().stream())
                .collect(Collectors.toSet());
    }
}
