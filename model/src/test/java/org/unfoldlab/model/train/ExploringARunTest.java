package org.unfoldlab.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.model.explore.ExploreAnswer;
import org.unfoldlab.model.explore.ExploreQuestion;
import org.unfoldlab.model.explore.ExploreService;
import org.unfoldlab.model.store.RunFolder;

/** A run is explored while it trains: checkpoints come while questions are open. */
class ExploringARunTest {
    @TempDir
    private Path temporary;

    private final List<ExploreAnswer> heard = new ArrayList<>();

    @Test
    @Timeout(60)
    void aSurveyIsFinishedOnTheCheckpointThatItBeganWith() throws Exception {
        Path folder = temporary.resolve("run");
        TrainingJob job = Jobs.small(new FakeEngine());
        new TrainingRun(job, new TrainingControl()).begin(folder, event -> {});
        ExploreService[] service = new ExploreService[1];
        service[0] = new ExploreService(RunFolder.open(folder), job, answer -> {
            heard.add(answer);
            if (answer instanceof ExploreAnswer.Surveyed || answer instanceof ExploreAnswer.Trouble) {
                service[0].ask(new ExploreQuestion.Leave(9));
            }
        });
        service[0].ask(new ExploreQuestion.Survey(1, 4, 10));
        service[0].ask(new ExploreQuestion.Renew(2));
        service[0].serve();
        assertThat(heard).filteredOn(ExploreAnswer.Ready.class::isInstance).hasSize(2);
        ExploreAnswer last = heard.get(heard.size() - 1);
        assertThat(last).isInstanceOf(ExploreAnswer.Surveyed.class);
        assertThat(last.id()).isEqualTo(1);
    }
}
