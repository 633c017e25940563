package org.unfoldlab.model.engine.choice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.device.DeviceChoice;
import org.unfoldlab.model.engine.device.DeviceProbe;
import org.unfoldlab.model.engine.device.Processor;
import org.unfoldlab.model.engine.folded.FoldedEngine;
import org.unfoldlab.model.engine.libtorch.LibTorchEngine;
import org.unfoldlab.model.engine.nd4j.Nd4jEngine;
import org.unfoldlab.model.engine.unfolded.UnfoldedEngine;

/** The engines that there are. Making this, and naming them, loads nothing. */
public final class Engines {
    /** The word for "the fastest that works". */
    public static final String AUTO = "auto";

    /** What computes unless something else is asked for, where their native libraries are there. */
    private static final List<String> USUAL = List.of(Nd4jEngine.NAME, LibTorchEngine.NAME);

    private final Map<String, Function<DeviceChoice, Engine>> makers = new LinkedHashMap<>();
    private final List<String> contenders;
    private final Predicate<String> present;
    private final DeviceProbe probe;
    private final Processor processor;
    private final SelfTest test;

    /**
     * All engines of this program.
     *
     * @param probe asked for graphics processors when that matters
     */
    public Engines(DeviceProbe probe) {
        this(
                Map.of(
                        LibTorchEngine.NAME,
                        device -> new LibTorchEngine(device, probe),
                        Nd4jEngine.NAME,
                        device -> new Nd4jEngine(),
                        "folded",
                        device -> new FoldedEngine(),
                        "unfolded",
                        device -> new UnfoldedEngine()),
                List.of(LibTorchEngine.NAME, Nd4jEngine.NAME),
                name -> name.equals(LibTorchEngine.NAME) ? LibTorchEngine.isPresent() : Nd4jEngine.isPresent(),
                probe,
                Processor.ofThisMachine(),
                new SelfTest());
    }

    /**
     * Any engines; for tests.
     *
     * @param contenders those that {@code auto} chooses from
     * @param present whether a contender has a native library for this system
     */
    Engines(
            Map<String, Function<DeviceChoice, Engine>> makers,
            List<String> contenders,
            Predicate<String> present,
            DeviceProbe probe,
            Processor processor,
            SelfTest test) {
        contenders.forEach(name -> this.makers.put(name, java.util.Objects.requireNonNull(makers.get(name))));
        makers.keySet().stream()
                .sorted()
                .forEach(name -> this.makers.putIfAbsent(name, java.util.Objects.requireNonNull(makers.get(name))));
        this.contenders = List.copyOf(contenders);
        this.present = present;
        this.probe = probe;
        this.processor = processor;
        this.test = test;
    }

    /** All engines by name, {@code auto} excepted, the usual ones first. */
    public List<String> names() {
        return List.copyOf(makers.keySet());
    }

    /** The engine that computes when none is asked for: ND4J, or LibTorch on a system that ND4J has no library for. */
    public String usual() {
        return USUAL.stream()
                .filter(makers::containsKey)
                .filter(present)
                .findFirst()
                .orElse(USUAL.get(0));
    }

    /** What there is to compute with beside the processor, and what LibTorch asks of it. */
    public Devices devices() {
        return new Devices(probe.look(), LibTorchEngine.needs());
    }

    /** The engine of this name on a device; empty for a name that there is not. {@code auto} is no name. */
    public Optional<Engine> named(String name, DeviceChoice device) {
        return Optional.ofNullable(makers.get(name)).map(maker -> maker.apply(device));
    }

    /**
     * The engine asked for; with {@code auto}, the fastest that passes a short test.
     *
     * @throws EngineException when there is no such engine, the engine cannot use the device, or none works
     */
    public EngineChoice choose(String name, DeviceChoice device) throws EngineException {
        if (name.equals(AUTO)) {
            return withBfloat16(test.fastest(candidates(device)));
        }
        if (!reaches(name, device)) {
            throw new EngineException("The engine " + name + " computes on the processor only. Choose "
                    + LibTorchEngine.NAME + " for " + device.text() + ", or --device cpu.");
        }
        Engine engine = named(name, device)
                .orElseThrow(() -> new EngineException("There is no engine called " + name + ". There is "
                        + String.join(", ", names()) + ", and " + AUTO + "."));
        return new EngineChoice(engine, List.of());
    }

    /** {@code auto} never gives up digits by itself; it says where that would save time. */
    private EngineChoice withBfloat16(EngineChoice choice) {
        if (!processor.hasBfloat16() || !makers.containsKey(LibTorchEngine.NAME)) {
            return choice;
        }
        List<String> reasons = new ArrayList<>(choice.reasons());
        reasons.add("This processor has instructions for bfloat16: --precision bfloat16 can save time, and"
                + " rounds the factors of convolutions to 3 digits.");
        return new EngineChoice(choice.engine(), reasons);
    }

    /** Where there is a graphics processor, engines that can use it come first, and again without it. */
    private List<Engine> candidates(DeviceChoice device) {
        List<DeviceChoice> devices = new ArrayList<>(List.of(device));
        if (device instanceof DeviceChoice.Auto) {
            devices.clear();
            probe.look().gpus().forEach(gpu -> devices.add(new DeviceChoice.Cuda(gpu.index())));
            devices.add(new DeviceChoice.Cpu());
        }
        List<Engine> candidates = new ArrayList<>();
        for (DeviceChoice each : devices) {
            contenders.stream()
                    .filter(name -> reaches(name, each) && present.test(name))
                    .flatMap(name -> named(name, each).stream())
                    .forEach(candidates::add);
        }
        return candidates;
    }

    private boolean reaches(String name, DeviceChoice device) {
        return !(device instanceof DeviceChoice.Cuda) || name.equals(LibTorchEngine.NAME) || !makers.containsKey(name);
    }
}
