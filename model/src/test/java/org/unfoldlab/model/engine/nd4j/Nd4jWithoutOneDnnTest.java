package org.unfoldlab.model.engine.nd4j;

import org.unfoldlab.model.engine.EngineLaws;

/** The same laws where oneDNN's library does not load. */
class Nd4jWithoutOneDnnTest extends EngineLaws {
    Nd4jWithoutOneDnnTest() {
        super(new Nd4jEngine(false));
    }
}
