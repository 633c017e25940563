package org.unfoldlab.app.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;

/** What can be done about a run that ended in another way than it should. */
public final class Recovery {
    private static final int KILLED = 137;
    private static final int MODEST_BATCH = 32;
    private static final List<String> ON_CPU = List.of("--device", "cpu");

    private final RunViewModel run;

    public Recovery(RunViewModel run) {
        this.run = run;
    }

    /** One way to go on. */
    public sealed interface Way {
        /** A verb for the button. */
        String words();

        /**
         * From the last checkpoint, or from the start where there is none.
         *
         * @param options for the worker
         */
        record Resume(String words, List<String> options) implements Way {}

        /** In a new run. */
        record Train(String words, NetworkDocument network) implements Way {}
    }

    /** The best first; empty when nothing helps. */
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        if (reason() instanceof StopReason.Diverged diverged) {
            ways.add(slower(diverged));
        }
        if (reason() instanceof StopReason.OutOfMemory full) {
            smaller(full.batch(), full.readoutTime()).ifPresent(ways::add);
        }
        if (onCard() && run.phase().isResumable() && (deviceLost() || outOfMemory() || crashed())) {
            if (!outOfMemory()) {
                ways.add(new Way.Resume("Resume on the GPU", List.of("--device", device())));
            }
            ways.add(new Way.Resume("Resume on the CPU", ON_CPU));
            return ways;
        }
        Optional<Integer> epoch = savedEpoch();
        if (run.phase().isResumable() && epoch.isPresent()) {
            ways.add(new Way.Resume("Resume from epoch " + epoch.get(), List.of()));
        } else if (run.phase() != Phase.DIVERGED && ways.isEmpty()) {
            ways.add(new Way.Train("Train again", run.network()));
        }
        int batch = run.network().training().batch();
        if (run.ending().filter(how -> how.exitCode() == KILLED).isPresent() && batch > 1) {
            smaller(OptionalInt.of(Math.min(MODEST_BATCH, batch / 2)), OptionalInt.empty())
                    .ifPresent(ways::add);
        }
        return ways;
    }

    /** One rate for all epochs, as {@code --rate} gives it. */
    private Way slower(StopReason.Diverged diverged) {
        String rate = RunWords.rate(diverged);
        NetworkDocument network = run.network();
        return new Way.Train(
                "Train with rate " + rate,
                network.edit()
                        .training(network.training().withRate(Double.parseDouble(rate)))
                        .build());
    }

    private Optional<Way> smaller(OptionalInt batch, OptionalInt time) {
        NetworkDocument network = run.network();
        List<String> parts = new ArrayList<>();
        if (batch.isPresent()) {
            parts.add("batch " + batch.getAsInt());
            network = network.edit()
                    .training(network.training().withBatch(batch.getAsInt()))
                    .build();
        }
        if (time.isPresent()) {
            parts.add("T = " + time.getAsInt());
            network = network.edit()
                    .readout(network.readout().withTime(time.getAsInt()))
                    .build();
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Way.Train("Train with " + String.join(" and ", parts), network));
    }

    private Optional<Integer> savedEpoch() {
        return run.record()
                .checkpoint()
                .map(TrainingEvent.CheckpointWritten::epochsDone)
                .filter(epochs -> epochs > 0);
    }

    private StopReason reason() {
        return run.record().stopped().orElse(new StopReason.StoppedByUser());
    }

    private boolean deviceLost() {
        return reason() instanceof StopReason.DeviceLost;
    }

    private boolean outOfMemory() {
        return reason() instanceof StopReason.OutOfMemory;
    }

    private boolean crashed() {
        return run.phase() == Phase.LOST;
    }

    private boolean onCard() {
        return device().startsWith("cuda");
    }

    private String device() {
        return run.device().orElse("").toLowerCase(Locale.ROOT);
    }
}
