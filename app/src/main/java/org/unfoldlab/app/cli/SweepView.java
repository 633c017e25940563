package org.unfoldlab.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.unfoldlab.app.CommandWord;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.result.TrainingEvent.BatchDone;
import org.unfoldlab.model.result.TrainingEvent.EpochDone;
import org.unfoldlab.model.sweep.PlannedRun;
import org.unfoldlab.model.sweep.Spread;
import org.unfoldlab.model.sweep.SweepQueue;
import org.unfoldlab.model.sweep.SweepQueue.State;
import org.unfoldlab.model.sweep.TrainingCost;

/** Shows a sweep in a terminal: a live line, a line for each run that ends, and at the end mean and spread. */
final class SweepView {
    private static final String UNKNOWN = "–";

    private final Terminal terminal;
    private final ProgressLine line;
    private final Path folder;
    private final List<PlannedRun> runs;
    private final int workers;
    private final TrainingCost cost = new TrainingCost();
    private final Set<Integer> underWay = new HashSet<>();
    private OptionalDouble speed = OptionalDouble.empty();
    private int images = Integer.MAX_VALUE;

    SweepView(Terminal terminal, Path folder, List<PlannedRun> runs, int workers) {
        this.terminal = terminal;
        this.line = new ProgressLine(terminal);
        this.folder = folder;
        this.runs = runs;
        this.workers = workers;
    }

    /** The sweep begins, or goes on. */
    void open(Map<Integer, RunRecord> records, SweepQueue queue) {
        int finished = queue.count(State.FINISHED);
        String done = finished == 0 ? "" : ", " + finished + " finished already";
        String by = workers == 1 ? "" : ", " + workers + " at once";
        line.keep((runs.size() == 1 ? "1 run" : runs.size() + " runs") + done + by);
        for (int i = 0; i < runs.size(); i++) {
            PlannedRun run = runs.get(i);
            measure(run, records);
            if (queue.entries().get(i).state() == State.FAILED) {
                line.keep(failedBefore(run, records.getOrDefault(run.number(), RunRecord.EMPTY)));
            }
        }
    }

    private static String failedBefore(PlannedRun run, RunRecord record) {
        String why = record.stopped().flatMap(StopWords::trouble).orElse("");
        return (named(run) + " failed before and is not repeated. " + why).strip();
    }

    private static String named(PlannedRun run) {
        return "run " + run.number() + " (" + run.name() + ")";
    }

    /** Shows what one event of one run changes. */
    void show(PlannedRun run, TrainingEvent event, Map<Integer, RunRecord> records, SweepQueue queue) {
        underWay.add(run.number());
        if (event instanceof EpochDone) {
            measure(run, records);
        }
        if (event instanceof BatchDone batch) {
            RunRecord record = records.getOrDefault(run.number(), RunRecord.EMPTY);
            int epochs = record.started().map(TrainingEvent.Started::epochs).orElse(0);
            line.show(String.format(
                    Locale.ROOT,
                    "run %d of %d, %s: epoch %d of %d, loss %.3f, %.0f images/s%s",
                    place(queue),
                    runs.size(),
                    run.name(),
                    batch.epoch(),
                    epochs,
                    batch.loss(),
                    batch.imagesPerSecond(),
                    left(records, queue)));
        }
    }

    private static int place(SweepQueue queue) {
        return queue.entries().size() - queue.count(State.WAITING);
    }

    private void measure(PlannedRun run, Map<Integer, RunRecord> records) {
        RunRecord record = records.getOrDefault(run.number(), RunRecord.EMPTY);
        OptionalDouble measured = cost.speed(run.document(), record);
        if (measured.isPresent()) {
            speed = measured;
            images = record.started().map(TrainingEvent.Started::trainImages).orElse(images);
        }
    }

    /** A run is over for now. */
    void ended(PlannedRun run, String trouble, Map<Integer, RunRecord> records, SweepQueue queue) {
        underWay.remove(run.number());
        RunRecord record = records.getOrDefault(run.number(), RunRecord.EMPTY);
        String start = named(run);
        if (!trouble.isEmpty()) {
            line.keep(start + " failed: " + trouble);
        } else if (record.stopped().isPresent() && record.stopped().get() instanceof StopReason.Completed) {
            line.keep(start + ": " + result(record) + left(records, queue));
        } else {
            line.keep(start + " stopped after epoch " + record.epochsDone() + "; everything is kept");
        }
    }

    private static String result(RunRecord record) {
        double seconds =
                record.epochs().stream().mapToDouble(EpochDone::seconds).sum();
        return "test error " + percent(lastError(record)) + ", "
                + Amounts.duration(Duration.ofMillis(Math.round(1000 * seconds)));
    }

    /** Test error at the trained readout time after the last epoch. */
    private static OptionalDouble lastError(RunRecord record) {
        List<EpochDone> epochs = record.epochs();
        return epochs.isEmpty()
                ? OptionalDouble.empty()
                : epochs.get(epochs.size() - 1).testError();
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? Percent.of(share.getAsDouble()) : UNKNOWN;
    }

    private String left(Map<Integer, RunRecord> records, SweepQueue queue) {
        List<Duration> running = new ArrayList<>();
        List<NetworkDocument> waiting = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            PlannedRun run = runs.get(i);
            State state = queue.entries().get(i).state();
            if (state == State.RUNNING && underWay.contains(run.number())) {
                records.getOrDefault(run.number(), RunRecord.EMPTY).remaining().ifPresent(running::add);
            } else if (state == State.WAITING || state == State.RUNNING) {
                waiting.add(run.document());
            }
        }
        if (waiting.isEmpty() && running.isEmpty()) {
            return "";
        }
        Optional<Duration> left = cost.remaining(waiting, running, images, speed, workers);
        return left.map(time -> "; about " + Amounts.duration(time) + " left in all")
                .orElse("");
    }

    /** Something that the user should know. */
    void note(String sentence) {
        line.keep("unfold: " + sentence);
    }

    /** The sweep is over: mean and spread of each condition, by what is finished. */
    void close(Map<Integer, RunRecord> records, SweepQueue queue) {
        line.close();
        Map<String, List<Double>> conditions = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            if (queue.entries().get(i).state() == State.FINISHED) {
                PlannedRun run = runs.get(i);
                lastError(records.getOrDefault(run.number(), RunRecord.EMPTY))
                        .ifPresent(error -> conditions
                                .computeIfAbsent(run.condition(), name -> new ArrayList<>())
                                .add(error));
            }
        }
        if (!conditions.isEmpty()) {
            table(conditions).forEach(terminal.out()::println);
        }
        int waiting = queue.count(State.WAITING);
        if (waiting > 0) {
            String them = waiting == 1 ? "1 run waits" : waiting + " runs wait";
            terminal.err().println("Stopped; " + them + ". Go on with: unfold sweep " + CommandWord.of(folder));
        }
        terminal.err().println("Sweep folder: " + folder);
    }

    private static List<String> table(Map<String, List<Double>> conditions) {
        int width = conditions.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        String format = "%-" + Math.max(width, 9) + "s  %5s  %10s  %9s  %7s  %7s";
        lines.add(String.format(
                Locale.ROOT, format, "condition", "seeds", "test error", "deviation", "lowest", "highest"));
        conditions.forEach((name, errors) -> {
            Spread spread =
                    Spread.of(errors.stream().mapToDouble(Double::doubleValue).toArray());
            lines.add(String.format(
                    Locale.ROOT,
                    format,
                    name,
                    spread.count(),
                    Percent.of(spread.mean()),
                    percent(spread.deviation()),
                    Percent.of(spread.lowest()),
                    Percent.of(spread.highest())));
        });
        return lines;
    }
}
