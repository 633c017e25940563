package org.unfoldlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThisProgramTest {
    @Test
    void workersGetAllCompilersAndAHeapOfTheirOwnWhateverTheWindowHas() {
        List<String> window = List.of(
                "-XX:AOTCache=unfold.aot",
                "-XX:TieredStopAtLevel=1",
                "-Xmn32m",
                "-XX:MaxRAMPercentage=30",
                "-agentlib:jdwp=server=y");
        assertThat(ThisProgram.handedOn(window)).containsExactly("-XX:AOTCache=unfold.aot", "-XX:MaxRAMPercentage=30");
    }

    @Test
    void threadsOfWorkersSpinForAMomentAndThenSleepUnlessTheUserSaysOtherwise() {
        assertThat(ThisProgram.child(List.of("worker")).environment())
                .containsEntry("OMP_WAIT_POLICY", System.getenv().getOrDefault("OMP_WAIT_POLICY", "passive"))
                .containsEntry("GOMP_SPINCOUNT", System.getenv().getOrDefault("GOMP_SPINCOUNT", "5000"));
    }
}
