package org.unfoldlab.model.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.datasets.Splits;
import org.unfoldlab.datasets.shapes.Shapes;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.folded.FoldedEngine;
import org.unfoldlab.model.network.Networks;
import org.unfoldlab.model.result.Provenance;
import org.unfoldlab.model.store.RunFolder;
import org.unfoldlab.model.store.RunWriter;
import org.unfoldlab.model.train.TrainingJob;

class ExploreServiceTest {
    @TempDir
    private Path temporary;

    private final List<ExploreAnswer> heard = new ArrayList<>();

    private RunFolder emptyRun() throws Exception {
        Provenance provenance =
                new Provenance("spec", "data", 1, "folded", "CPU", "float", 1, "test", "17", Instant.EPOCH);
        try (RunWriter writer = RunWriter.create(temporary.resolve("run"), Networks.twoAreas(4), provenance)) {
            return writer.folder();
        }
    }

    /** Java may find no room for an answer anywhere, here where it is told. */
    private void hear(ExploreAnswer answer) {
        if (answer instanceof ExploreAnswer.Page) {
            throw new OutOfMemoryError("Java heap space");
        }
        heard.add(answer);
    }

    @Test
    void lackOfMemoryIsToldAndTheNextQuestionAnswered() throws Exception {
        Splits data = Shapes.generate(1, 8, 8);
        TrainingJob job = new TrainingJob(
                Networks.valid(Networks.twoAreas(4)), data, new FoldedEngine(), Precision.FLOAT, 1, "test");
        ExploreService service = new ExploreService(emptyRun(), job, this::hear);
        service.ask(new ExploreQuestion.Browse(1, OptionalInt.empty(), 0, 4));
        service.ask(new ExploreQuestion.Fetch(2, 3));
        service.ask(new ExploreQuestion.Leave(3));
        service.serve();
        assertThat(heard).hasSize(3);
        assertThat(heard.get(1))
                .isEqualTo(new ExploreAnswer.Trouble(
                        1, "There is not enough memory to answer this. Ask for an earlier T or fewer images."));
        assertThat(heard.get(2)).isInstanceOf(ExploreAnswer.Fetched.class);
    }
}
