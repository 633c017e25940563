package org.unfoldlab.model.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineLaws;

class Nd4jEngineTest extends EngineLaws {
    private static final Engine ENGINE = new Nd4jEngine();

    Nd4jEngineTest() {
        super(ENGINE);
    }

    @Test
    void saysWhatItFound() {
        assertThat(ENGINE.diagnose().works()).isTrue();
        assertThat(ENGINE.diagnose().threads()).isPositive();
        assertThat(ENGINE.diagnose().details()).anyMatch(line -> line.contains("ND4J"));
    }
}
