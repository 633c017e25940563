package org.unfoldlab.model.engine.nd4j;

import java.util.Set;
import org.unfoldlab.model.engine.EngineLaws;
import org.unfoldlab.model.engine.EngineWithPasses;

/** The same laws, finite differences among them, with nothing optimised. */
class Nd4jWithoutPassesTest extends EngineLaws {
    Nd4jWithoutPassesTest() {
        super(new EngineWithPasses(new Nd4jEngine(), Set.of()));
    }
}
