package org.unfoldlab.model.engine.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.InitialParameters;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.folded.FoldedEngine;
import org.unfoldlab.model.engine.libtorch.LibTorchEngine;
import org.unfoldlab.model.program.Program;

class SelfTestTest {
    @Test
    void expectsTheLossOfTheLoopOverTime() {
        Program program = SelfTestCase.program();
        Plan plan = new Plan(Mode.TRAIN, SelfTest.BATCH, Precision.DOUBLE);
        try (Executable executable = new FoldedEngine().prepare(program, plan)) {
            executable.setParameters(InitialParameters.of(program, 1));
            double loss = executable
                    .gradient(SelfTestCase.images(SelfTest.BATCH), SelfTestCase.labels(SelfTest.BATCH))
                    .loss();
            assertThat(SelfTest.EXPECTED_LOSS).isCloseTo(loss, within(1e-5));
        }
    }

    @Test
    void takesTheEngineThatWorksAndSaysWhyNotTheOther() throws Exception {
        Engine broken = new BrokenEngine("broken");
        Engine working = new LibTorchEngine();
        EngineChoice choice = new SelfTest().fastest(List.of(broken, working));
        assertThat(choice.engine()).isSameAs(working);
        assertThat(choice.reasons()).hasSize(2);
        assertThat(choice.reasons().get(0)).isEqualTo("broken: the broken engine is broken.");
    }

    @Test
    void saysWhyNoneWorks() {
        assertThatThrownBy(() -> new SelfTest().fastest(List.of(new BrokenEngine("one"), new BrokenEngine("two"))))
                .isInstanceOf(EngineException.class)
                .hasMessage("No engine works here. one: the one engine is broken. two: the two engine is broken.");
    }
}
