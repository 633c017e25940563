package org.unfoldlab.model.network;

import java.util.List;
import org.unfoldlab.model.graph.Measure;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Stimulus;
import org.unfoldlab.model.graph.Timing;
import org.unfoldlab.model.graph.Training;
import org.unfoldlab.model.graph.Window;

/** Ranges of the single fields: stimulus, classes, readout time, normalisation, training, measurement. */
final class FieldRules {
    /** Longest readout time; beyond it an unrolled network has no meaning for a class and no memory to train in. */
    static final int LONGEST_TIME = 1000;

    private FieldRules() {}

    static void check(NetworkDocument document, List<Problem> problems) {
        stimulus(document.stimulus(), problems);
        if (document.classes() < 2 || document.classes() > 100_000) {
            error(problems, "classes", "There are " + document.classes() + " classes", "Use 2 to 100,000.");
        }
        int time = document.readout().time();
        if (time < 1 || time > LONGEST_TIME) {
            error(problems, "readout.time", "The readout time is " + time, "Use 1 to " + LONGEST_TIME + ".");
        }
        double epsilon = document.normalization().epsilon();
        if (!(epsilon > 0 && epsilon < 1)) {
            error(
                    problems,
                    "normalization.epsilon",
                    "Epsilon is " + epsilon,
                    "Use a small number above 0, such as 1e-5.");
        }
        training(document.training(), problems);
        measure(document.measure(), problems);
    }

    private static void stimulus(Stimulus stimulus, List<Problem> problems) {
        if (stimulus.channels() < 1 || stimulus.height() < 1 || stimulus.width() < 1) {
            error(
                    problems,
                    "stimulus",
                    "The stimulus has no size: " + stimulus.channels() + " × " + stimulus.height() + " × "
                            + stimulus.width(),
                    "Use whole numbers above 0.");
        }
        if (stimulus.timing() == Timing.SEQUENCE) {
            error(
                    problems,
                    "stimulus.timing",
                    "A stimulus of timing “sequence” cannot be run by this version",
                    "Use “onset” or “sustained”.");
        }
    }

    private static void training(Training training, List<Problem> problems) {
        if (training.epochs() < 1) {
            error(problems, "training.epochs", "There are " + training.epochs() + " epochs", "Use at least 1.");
        }
        if (training.batch() < 2) {
            error(
                    problems,
                    "training.batch",
                    "A batch has " + training.batch() + " images",
                    "Use at least 2: batch norm needs a spread.");
        }
        if (!(training.momentum() >= 0 && training.momentum() < 1)) {
            error(problems, "training.momentum", "Momentum is " + training.momentum(), "Use 0 up to, not at, 1.");
        }
        if (!(training.weightDecay() >= 0 && training.weightDecay() < 1)) {
            error(problems, "training.weightDecay", "Weight decay is " + training.weightDecay(), "Use 0 to 1.");
        }
        if (training.schedule() instanceof Training.Schedule.Steps steps) {
            schedule(steps.pieces(), problems);
        }
    }

    private static void schedule(List<Training.Schedule.Piece> pieces, List<Problem> problems) {
        int before = 0;
        for (Training.Schedule.Piece piece : pieces) {
            if (piece.until() <= before || !(piece.learningRate() > 0) || Double.isInfinite(piece.learningRate())) {
                error(
                        problems,
                        "training.schedule",
                        "The schedule's piece until epoch " + piece.until() + " at rate " + piece.learningRate()
                                + " does not fit",
                        "Epochs must grow from piece to piece and rates be above 0.");
            }
            before = piece.until();
        }
        if (pieces.isEmpty()) {
            error(problems, "training.schedule", "The schedule is empty", "Give at least one piece.");
        }
    }

    private static void measure(Measure measure, List<Problem> problems) {
        if (Window.parse(measure.readoutTimes()).isEmpty()) {
            error(
                    problems,
                    "measure.readoutTimes",
                    "The readout times “" + measure.readoutTimes() + "” cannot be read",
                    "Write for example 2..12 or 2..T.");
        }
        if (measure.recalibrationImages().isPresent()
                && measure.recalibrationImages().getAsInt() < 2) {
            error(
                    problems,
                    "measure.recalibrationImages",
                    "Statistics cannot be recalibrated on "
                            + measure.recalibrationImages().getAsInt() + " images",
                    "Use at least 2.");
        }
    }

    private static void error(List<Problem> problems, String field, String what, String remedy) {
        problems.add(Problem.error(new Problem.Place.Field(field), what, remedy));
    }
}
