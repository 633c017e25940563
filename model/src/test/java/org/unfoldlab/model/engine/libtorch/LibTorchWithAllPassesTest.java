package org.unfoldlab.model.engine.libtorch;

import org.unfoldlab.model.engine.EngineLaws;
import org.unfoldlab.model.engine.EngineWithPasses;
import org.unfoldlab.model.program.optimize.Pass;

class LibTorchWithAllPassesTest extends EngineLaws {
    LibTorchWithAllPassesTest() {
        super(new EngineWithPasses(new LibTorchEngine(), Pass.all()));
    }
}
