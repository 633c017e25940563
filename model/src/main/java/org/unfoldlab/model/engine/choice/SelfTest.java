package org.unfoldlab.model.engine.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.InitialParameters;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.Update;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.result.HostArray;

/**
 * Trains a small network for a few steps on an engine: is the loss what it should be, and how long does a step take?
 */
final class SelfTest {
    /** The loss before the first update, computed once in float64 by the loop over time; see SelfTestTest. */
    static final double EXPECTED_LOSS = 2.886345;

    static final int BATCH = 16;
    private static final double BOUND = 2e-2;
    private static final int WARMING = 2;
    private static final int STEPS = 3;
    private static final Update UPDATE = new Update(0.01, 0.9, 0);

    private record Passed(Engine engine, double milliseconds) {}

    /**
     * The fastest engine that passes.
     *
     * @param engines in order of preference among equals
     * @throws EngineException when none does, saying why for each
     */
    EngineChoice fastest(List<Engine> engines) throws EngineException {
        List<String> reasons = new ArrayList<>();
        @Nullable Passed best = null;
        for (Engine engine : engines) {
            try {
                Passed passed = new Passed(engine, milliseconds(engine));
                reasons.add(String.format(
                        Locale.ROOT, "%s: %.1f ms for a step of the self-test.", engine.name(), passed.milliseconds()));
                best = best == null || passed.milliseconds() < best.milliseconds() ? passed : best;
            } catch (EngineException | RuntimeException e) {
                reasons.add(engine.name() + ": " + e.getMessage());
            }
        }
        if (best == null) {
            throw new EngineException("No engine works here. " + String.join(" ", reasons));
        }
        return new EngineChoice(best.engine(), reasons);
    }

    /** The shortest of a few steps. */
    private static double milliseconds(Engine engine) throws EngineException {
        Program program = SelfTestCase.program();
        HostArray images = SelfTestCase.images(BATCH);
        int[] labels = SelfTestCase.labels(BATCH);
        try (Executable executable = engine.prepare(program, new Plan(Mode.TRAIN, BATCH, Precision.FLOAT))) {
            executable.setParameters(InitialParameters.of(program, 1));
            executable.setVelocities(Map.of());
            executable.setStatistics(Map.of());
            double loss = executable.train(images, labels, UPDATE).loss();
            if (!(Math.abs(loss - EXPECTED_LOSS) <= BOUND)) {
                throw new EngineException(
                        "it computes wrongly: the self-test's loss is " + loss + " instead of " + EXPECTED_LOSS + ".");
            }
            double shortest = Double.POSITIVE_INFINITY;
            for (int step = 0; step < WARMING + STEPS; step++) {
                long begun = System.nanoTime();
                executable.train(images, labels, UPDATE);
                shortest = step < WARMING ? shortest : Math.min(shortest, (System.nanoTime() - begun) / 1e6);
            }
            return shortest;
        }
    }
}
