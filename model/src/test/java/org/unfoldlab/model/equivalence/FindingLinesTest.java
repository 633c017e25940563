package org.unfoldlab.model.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.network.Networks;

class FindingLinesTest {
    @Test
    void everyFindingOfACheckTravelsExactly() throws Exception {
        List<Finding> found = new ArrayList<>();
        Alteration untied = Alteration.NONE.withUntied(Set.of(new Step("V2-V2", 3)));
        EquivalenceCheck.run(
                Networks.valid(Networks.twoAreas(4)),
                EquivalenceSettings.USUAL.withTrainingSteps(2).withAlteration(untied),
                List.of(),
                Runnable::run,
                found::add);
        assertThat(found).hasSizeGreaterThan(10);
        for (Finding finding : found) {
            String line = FindingLines.write(finding);
            assertThat(line).doesNotContain("\n");
            Finding read = FindingLines.read(line).orElseThrow();
            assertThat(FindingLines.write(read)).isEqualTo(line);
        }
        Finding.Finished last = (Finding.Finished) found.get(found.size() - 1);
        Finding.Finished read =
                (Finding.Finished) FindingLines.read(FindingLines.write(last)).orElseThrow();
        assertThat(read.report().verdict()).isEqualTo(last.report().verdict());
        assertThat(read.report().unfolded()).isEqualTo(last.report().unfolded());
        assertThat(read.report().settings()).isEqualTo(last.report().settings());
        assertThat(read.report().pictures().keySet())
                .isEqualTo(last.report().pictures().keySet());
        last.report().pictures().forEach((at, picture) -> {
            StatePicture again = Objects.requireNonNull(read.report().pictures().get(at));
            assertThat(again.folded()).containsExactly(picture.folded());
        });
    }

    @Test
    void whatIsNotANumberTravelsToo() {
        Finding poisoned =
                new Finding.AnswerFound(new Difference(1, 2, Double.NaN, Double.NaN), new Difference(0, 0, 0, 0));
        assertThat(FindingLines.read(FindingLines.write(poisoned))).contains(poisoned);
    }

    @Test
    void otherLinesAreNoFindings() {
        assertThat(FindingLines.read("WARN something")).isEmpty();
        assertThat(FindingLines.read("{\"finding\":\"built\",\"copies\":1")).isEmpty();
        assertThat(FindingLines.read("{\"finding\":\"unheard-of\"}")).isEmpty();
    }
}
