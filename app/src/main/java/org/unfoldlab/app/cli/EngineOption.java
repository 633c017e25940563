package org.unfoldlab.app.cli;

import java.util.Locale;
import java.util.Optional;
import org.unfoldlab.app.Engines;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.store.Suggestion;
import picocli.CommandLine.Option;

/** {@code --engine} and {@code --precision}: what computes, alike in every command that does. */
final class EngineOption {
    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "What computes: see 'unfold engines'. Default: " + Engines.DEFAULT + ".")
    private Optional<String> engine = Optional.empty();

    @Option(names = "--precision", paramLabel = "float|double", description = "32 or 64 bits a number. Default: float.")
    private Optional<String> precision = Optional.empty();

    /**
     * The engine asked for, or the usual one.
     *
     * @throws Failure if there is none of this name
     */
    Engine engine() {
        return engine(Engines.DEFAULT);
    }

    /**
     * The engine asked for.
     *
     * @param usual the name of the one to take when none is asked for
     * @throws Failure if there is none of this name
     */
    Engine engine(String usual) {
        String name = engine.orElse(usual);
        return Engines.find(name)
                .orElseThrow(() -> Failure.wrongUse("There is no engine called " + name + ". "
                        + Suggestion.of(name, Engines.names())
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("There is " + String.join(", ", Engines.names()) + ".")));
    }

    /**
     * The precision asked for, or float.
     *
     * @throws Failure if it is neither float nor double
     */
    Precision precision() {
        return precision("float");
    }

    /**
     * The precision asked for.
     *
     * @param usual what to take when none is asked for
     * @throws Failure if it is neither float nor double
     */
    Precision precision(String usual) {
        String name = precision.orElse(usual);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "float", "float32", "single" -> Precision.FLOAT;
            case "double", "float64" -> Precision.DOUBLE;
            default -> throw Failure.wrongUse("--precision is " + name + ". Write float or double.");
        };
    }
}
