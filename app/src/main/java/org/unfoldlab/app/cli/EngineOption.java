package org.unfoldlab.app.cli;

import java.util.Locale;
import org.unfoldlab.app.Engines;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.store.Suggestion;
import picocli.CommandLine.Option;

/** {@code --engine}, {@code --precision}, {@code --threads}: what computes, alike in every command that does. */
final class EngineOption {
    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = Engines.DEFAULT,
            description = "What computes: see 'unfold engines'. Default: ${DEFAULT-VALUE}.")
    private String engine = Engines.DEFAULT;

    @Option(
            names = "--precision",
            paramLabel = "float|double",
            defaultValue = "float",
            description = "32 or 64 bits a number. Default: ${DEFAULT-VALUE}.")
    private String precision = "float";

    /**
     * The engine asked for.
     *
     * @throws Failure if there is none of this name
     */
    Engine engine() {
        return Engines.find(engine)
                .orElseThrow(() -> Failure.wrongUse("There is no engine called " + engine + ". "
                        + Suggestion.of(engine, Engines.names())
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("There is " + String.join(", ", Engines.names()) + ".")));
    }

    /**
     * The precision asked for.
     *
     * @throws Failure if it is neither
     */
    Precision precision() {
        return switch (precision.toLowerCase(Locale.ROOT)) {
            case "float", "float32", "single" -> Precision.FLOAT;
            case "double", "float64" -> Precision.DOUBLE;
            default -> throw Failure.wrongUse("--precision is " + precision + ". Write float or double.");
        };
    }
}
