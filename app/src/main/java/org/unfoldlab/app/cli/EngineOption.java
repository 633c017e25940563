package org.unfoldlab.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.choice.EngineChoice;
import org.unfoldlab.model.engine.choice.Engines;
import org.unfoldlab.model.engine.device.DeviceChoice;
import org.unfoldlab.model.engine.device.NvidiaDriver;
import org.unfoldlab.model.engine.libtorch.LibTorchEngine;
import org.unfoldlab.model.engine.nd4j.Nd4jEngine;
import org.unfoldlab.model.result.Provenance;
import org.unfoldlab.model.store.Suggestion;
import picocli.CommandLine.Option;

/** {@code --engine}, {@code --device} and {@code --precision}: what computes, and where, alike in every command that does. */
final class EngineOption {
    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "What computes: see 'unfold engines'; auto takes the fastest that works, after a short test."
                    + " Default: " + Nd4jEngine.NAME + ", or " + LibTorchEngine.NAME
                    + " on a system that it has no library for.")
    private Optional<String> engine = Optional.empty();

    @Option(
            names = "--device",
            paramLabel = "auto|cpu|cuda:N",
            description = "Where to compute. A graphics processor, cuda:N, is used by engine " + LibTorchEngine.NAME
                    + " only. Default: cpu.")
    private Optional<String> device = Optional.empty();

    private final Engines engines = new Engines(new NvidiaDriver());
    private List<String> reasons = List.of();
    private Optional<Engine> chosen = Optional.empty();

    @Option(
            names = "--precision",
            paramLabel = "float|double|tf32|bfloat16",
            description = {
                "float, double: 32 or 64 bits a number. Default: float.",
                "tf32, bfloat16: float, but convolutions multiply rounded factors; engine libtorch only."
            })
    private Optional<String> precision = Optional.empty();

    /**
     * The engine asked for, or the usual one.
     *
     * @throws Failure if there is none of this name
     */
    Engine engine() {
        return engine(engines.usual());
    }

    /**
     * The engine asked for, on the device asked for.
     *
     * @param usual the name of the one to take when neither an engine nor a device is asked for
     * @throws Failure if there is none of this name, it cannot use the device, or none works
     */
    Engine engine(String usual) {
        String name = known(usual);
        try {
            EngineChoice choice = engines.choose(name, place());
            reasons = choice.reasons();
            chosen = Optional.of(choice.engine());
            return choice.engine();
        } catch (EngineException e) {
            throw Failure.failed(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The engine for a run that goes on: where it was, unless another engine or device is asked for. Weights fit every
     * engine, so a run of one that lacks graphics processors goes on there with the one that has them.
     *
     * @throws Failure if the engine cannot use the device
     */
    Engine engine(Provenance before) {
        if (engine.isPresent()) {
            return engine(before.engine());
        }
        DeviceChoice where = device.isPresent()
                ? place()
                : DeviceChoice.parse(before.device()).orElse(new DeviceChoice.Cpu());
        boolean onCard = where instanceof DeviceChoice.Cuda;
        try {
            Engine same = engines.choose(onCard ? LibTorchEngine.NAME : before.engine(), where)
                    .engine();
            chosen = Optional.of(same);
            return same;
        } catch (EngineException e) {
            throw Failure.failed(String.valueOf(e.getMessage()));
        }
    }

    /** The cards to spread workers over when the device is left open; empty for the processor. */
    List<Integer> cards() {
        boolean open = place() instanceof DeviceChoice.Auto;
        boolean able = engine.orElse(LibTorchEngine.NAME).equals(LibTorchEngine.NAME)
                || engine.filter(Engines.AUTO::equals).isPresent();
        return open && able ? WorkerPlace.cards(engines.devices()) : List.of();
    }

    /** Why the last engine was chosen, a sentence each; empty when it was asked for by name. */
    List<String> reasons() {
        return reasons;
    }

    /** A device alone leaves the engine open. */
    private String known(String usual) {
        String name = engine.orElse(device.isPresent() ? Engines.AUTO : usual);
        List<String> names = new ArrayList<>(engines.names());
        names.add(Engines.AUTO);
        if (names.contains(name)) {
            return name;
        }
        throw Failure.wrongUse("There is no engine called " + name + ". "
                + Suggestion.of(name, names)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("There is " + String.join(", ", names) + "."));
    }

    /** {@code --engine auto} looks everywhere; an engine asked for by name stays on the processor. */
    private DeviceChoice place() {
        boolean open = engine.filter(Engines.AUTO::equals).isPresent();
        return device.map(text -> DeviceChoice.parse(text)
                        .orElseThrow(() ->
                                Failure.wrongUse("--device is " + text + ". Write auto, cpu or cuda:N, as in cuda:0.")))
                .orElse(open ? new DeviceChoice.Auto() : new DeviceChoice.Cpu());
    }

    /**
     * The precision asked for, or float.
     *
     * @throws Failure if there is no such precision, or the engine does not compute in it
     */
    Precision precision() {
        return precision("float");
    }

    /**
     * The precision asked for.
     *
     * @param usual what to take when none is asked for
     * @throws Failure if there is no such precision, or the engine does not compute in it
     */
    Precision precision(String usual) {
        String name = precision.orElse(usual);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "float", "float32", "single" -> Precision.FLOAT;
            case "double", "float64" -> Precision.DOUBLE;
            case "tf32" -> rounding(Precision.TF32);
            case "bfloat16", "bf16" -> rounding(Precision.BFLOAT16);
            default -> throw Failure.wrongUse("--precision is " + name + ". Write float, double, tf32 or bfloat16.");
        };
    }

    private Precision rounding(Precision wanted) {
        String name = chosen.map(Engine::name).orElseGet(() -> known(engines.usual()));
        boolean onCard = name.equals(Engines.AUTO) && (place() instanceof DeviceChoice.Cuda || !cards().isEmpty());
        if (!name.equals(LibTorchEngine.NAME) && !onCard) {
            throw Failure.wrongUse("The engine " + name + " does not compute in " + wanted.text() + ". Choose --engine "
                    + LibTorchEngine.NAME + ", or --precision float.");
        }
        return wanted;
    }

    /**
     * Refuses what no worker could obey, before any is started.
     *
     * @throws Failure if there is no such engine, device or precision
     */
    void check() {
        known(engines.usual());
        place();
        precision();
    }

    /** The same options for another process; what was not asked for is not passed on. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        engine.ifPresent(name -> arguments.addAll(List.of("--engine", name)));
        device.ifPresent(text -> arguments.addAll(List.of("--device", text)));
        precision.ifPresent(name -> arguments.addAll(List.of("--precision", name)));
        return arguments;
    }
}
