package org.unfoldlab.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.unfoldlab.app.runs.Worker;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.result.Provenance;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.train.WorkerCommand;

/** Workers that do what a test says, and nothing else. */
public final class FakeWorkers implements Worker.Starter {
    private static final Instant AT = Instant.EPOCH;
    private static final int BATCHES = 64;

    final List<Worker.Order> orders = new ArrayList<>();
    final List<Optional<NetworkDocument>> started = new ArrayList<>();
    final List<WorkerCommand> commands = new ArrayList<>();
    final List<List<String>> questions = new ArrayList<>();
    /** What starters were asked to say to workers, one for each start. */
    final List<List<String>> options = new ArrayList<>();

    private Optional<Worker.Listener> listener = Optional.empty();
    private Optional<NetworkDocument> network = Optional.empty();

    @Override
    public Worker start(Path folder, Optional<NetworkDocument> trained, Worker.Listener told) {
        started.add(trained);
        network = trained.or(() -> network);
        listener = Optional.of(told);
        return new Worker() {
            @Override
            public void tell(Order order) {
                orders.add(order);
            }

            @Override
            public void tell(WorkerCommand command) {
                commands.add(command);
            }

            @Override
            public long pid() {
                return 1;
            }
        };
    }

    @Override
    public Worker.Starter with(List<String> said) {
        options.add(said);
        return this;
    }

    @Override
    public void evaluate(Path run, List<String> arguments) {
        questions.add(arguments);
    }

    void begin(int epochsDone) {
        begin(epochsDone, "CPU");
    }

    void begin(int epochsDone, String device) {
        NetworkDocument trained = network.orElseThrow();
        tell(new TrainingEvent.Started(
                AT,
                new Provenance("spec", "data", 1, "nd4j", device, "float", 2, "0.1", "17", AT),
                trained.title(),
                trained.readout().time(),
                trained.training().epochs(),
                BATCHES,
                BATCHES,
                4096,
                1024,
                30_000,
                13,
                epochsDone,
                0));
    }

    void batch(int epoch, int batch) {
        tell(new TrainingEvent.BatchDone(AT, epoch, batch, 2.3, 0.9, 412, 0.05));
    }

    /** Ends an epoch; no signal at T = 1, errors falling with t. */
    void epoch(int epoch) {
        int longest = network.orElseThrow().readout().time() + 2;
        List<ReadoutPoint> points = new ArrayList<>();
        points.add(new ReadoutPoint.NoSignal(1, OptionalInt.of(2)));
        for (int t = 2; t <= longest; t++) {
            points.add(new ReadoutPoint.Measured(t, 0.5 / t, 1.0 / t));
        }
        ReadoutCurve curve =
                new ReadoutCurve(ReadoutCurve.Kind.TRAIN_ONCE, StatisticsPolicy.RECALIBRATE, longest - 2, 512, points);
        double error = 0.5 / (longest - 2);
        tell(new TrainingEvent.EpochDone(
                AT, epoch, 1, 0.4, OptionalDouble.of(1), OptionalDouble.of(error), List.of(curve), 0.05, 5));
        tell(new TrainingEvent.CheckpointWritten(AT, epoch, 0, "checkpoint.npz"));
    }

    void pausedIn(int epoch) {
        tell(new TrainingEvent.Paused(AT, epoch, 1));
    }

    void stop(StopReason reason) {
        tell(new TrainingEvent.Stopped(AT, reason));
        die(0, "");
    }

    void die(int exitCode, String lastWords) {
        listener.orElseThrow().ended(new Worker.Ending(exitCode, lastWords));
    }

    private void tell(TrainingEvent event) {
        listener.orElseThrow().event(event);
    }
}
