package org.unfoldlab.model.engine.nd4j;

import org.unfoldlab.model.engine.EngineLaws;
import org.unfoldlab.model.engine.EngineWithPasses;
import org.unfoldlab.model.program.optimize.Pass;

/** The same laws, finite differences among them, with every pass, those too that engines leave out otherwise. */
class Nd4jWithAllPassesTest extends EngineLaws {
    Nd4jWithAllPassesTest() {
        super(new EngineWithPasses(new Nd4jEngine(), Pass.all()));
    }
}
