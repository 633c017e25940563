package org.unfoldlab.model.engine.libtorch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unfoldlab.model.engine.GoldenCases;
import org.unfoldlab.model.engine.Precision;

class LibTorchGoldenTest {
    static List<String> cases() throws IOException {
        List<String> names = GoldenCases.names();
        return names.isEmpty() ? List.of("") : names;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsTheGoldenCasesInFloat(String name) throws Exception {
        assumeTrue(!name.isEmpty(), "no golden cases beside the project");
        GoldenCases.check(name, new LibTorchEngine(), Precision.FLOAT);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsTheGoldenCasesInDouble(String name) throws Exception {
        assumeTrue(!name.isEmpty(), "no golden cases beside the project");
        GoldenCases.check(name, new LibTorchEngine(), Precision.DOUBLE);
    }
}
