package org.unfoldlab.app.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.unfoldlab.app.Background;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.result.RunRecord;
import org.unfoldlab.model.store.RunFolder;
import org.unfoldlab.model.train.WorkerCommand;

/**
 * What can be asked of a run beyond what it measures by itself. A run that trains is told, and answers from its next
 * epoch on; of any other the last checkpoint is tested in a process of its own, and the run's folder keeps the answer.
 */
public final class RunQuestions {
    private final Background background;
    private final RunsViewModel runs;
    private final Worker.Starter starter;

    public RunQuestions(Background background, RunsViewModel runs, Worker.Starter starter) {
        this.background = background;
        this.runs = runs;
        this.starter = starter;
    }

    /** True while a run trains. */
    boolean isTraining() {
        return runs.live().isPresent();
    }

    /** Uses this rate from the next batch on. */
    void changeRate(double rate) {
        runs.live().ifPresent(run -> run.tell(new WorkerCommand.SetLearningRate(rate)));
    }

    /**
     * Tests a run at readout times.
     *
     * @param times as in a network file, e.g. {@code 2..12}
     * @param policies a curve by each
     * @param said told what is going on, and nothing when it is done
     */
    void test(RunViewModel run, String times, List<StatisticsPolicy> policies, Consumer<String> said) {
        if (run.phase().isLive()) {
            run.tell(new WorkerCommand.MeasureAt(times, policies));
            said.accept("From the next epoch on, run " + run.number() + " is tested at t = " + times + ".");
            return;
        }
        if (run.phase() == Phase.ELSEWHERE) {
            said.accept("Run " + run.number() + " can be tested when it is done: " + RunWords.ELSEWHERE + ".");
            return;
        }
        List<List<String>> questions = new ArrayList<>();
        for (StatisticsPolicy policy : policies) {
            questions.add(
                    List.of("--readout", times, "--statistics", policy.name().toLowerCase(Locale.ROOT), "--keep"));
        }
        said.accept("Testing run " + run.number() + " at t = " + times + "…");
        ask(run, questions, said);
    }

    /** Measures how long answers take. */
    void timeAnswers(RunViewModel run, String times, Consumer<String> said) {
        if (run.phase().isTraining()) {
            said.accept("Answers are timed when run " + run.number() + " does not train.");
            return;
        }
        said.accept("Timing the answers of run " + run.number() + "…");
        ask(run, List.of(List.of("--readout", times, "--answer-time", "--keep")), said);
    }

    private void ask(RunViewModel run, List<List<String>> questions, Consumer<String> said) {
        Path folder = run.folder();
        background.runInTurn(
                "Testing " + folder,
                () -> {
                    for (List<String> question : questions) {
                        starter.evaluate(folder, question);
                    }
                    return RunFolder.open(folder).record();
                },
                record -> {
                    take(run, record);
                    said.accept("");
                },
                e -> said.accept("Run " + run.number() + " was not tested: " + e.getMessage()));
    }

    private void take(RunViewModel run, RunRecord record) {
        run.reload(record);
        runs.chosen().ifPresent(runs::choose);
    }
}
