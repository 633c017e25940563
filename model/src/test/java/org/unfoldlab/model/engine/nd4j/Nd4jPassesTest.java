package org.unfoldlab.model.engine.nd4j;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineWithPasses;
import org.unfoldlab.model.engine.GoldenCases;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.program.optimize.Pass;

/** The golden cases with no pass, with each alone, and with all. */
class Nd4jPassesTest {
    private static final Engine ENGINE = new Nd4jEngine();

    static List<Arguments> cases() throws IOException {
        List<Set<Pass>> choices = new ArrayList<>(List.of(Set.of(), Pass.all()));
        for (Pass pass : Pass.values()) {
            choices.add(EnumSet.of(pass));
        }
        List<Arguments> cases = new ArrayList<>();
        for (Set<Pass> passes : choices) {
            GoldenCases.names().forEach(name -> cases.add(Arguments.of(name, passes)));
        }
        return cases.isEmpty() ? List.of(Arguments.of("", Set.of())) : cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsTheGoldenCasesInFloat(String name, Set<Pass> passes) throws Exception {
        assumeTrue(!name.isEmpty(), "no golden cases beside the project");
        GoldenCases.check(name, new EngineWithPasses(ENGINE, passes), Precision.FLOAT);
    }
}
