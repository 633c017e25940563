package org.unfoldlab.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.FakeWorkers;

class RunQuestionsTest {
    private final List<Runnable> workers = new ArrayList<>();
    private final List<Runnable> inTurn = new ArrayList<>();
    private final Background background = new Background(workers::add, inTurn::add, Runnable::run);
    private final FakeWorkers starter = new FakeWorkers();
    private final RunQuestions questions =
            new RunQuestions(background, new RunsViewModel(background, starter, Path.of("runs")), starter);

    @Test
    void testsOfRunsWaitForEachOtherAndLeaveTheOtherThreadsToSavingAndOpening() {
        List<String> said = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            questions.test(Runs.trained(number, Runs.started(), Runs.epoch(1, 5)), "1..8", List.of(), said::add);
        }
        assertThat(workers).isEmpty();
        assertThat(inTurn).hasSize(3);
        inTurn.forEach(Runnable::run);
        assertThat(said).last().asString().startsWith("Run 3 was not tested: ");
    }
}
