package org.unfoldlab.model.engine.libtorch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.device.DeviceChoice;
import org.unfoldlab.model.engine.device.DeviceProbe;
import org.unfoldlab.model.engine.device.Gpu;
import org.unfoldlab.model.engine.device.GpuNeeds;
import org.unfoldlab.model.engine.device.HostMemory;
import org.unfoldlab.model.program.Program;

/** Executes programs through LibTorch, without autograd. LibTorch is loaded at first use. */
public final class LibTorchEngine implements Engine {
    public static final String NAME = "libtorch";

    private static final String CPU = "cpu";
    private static final long CUDA_CONTEXT = 1L << 30;

    private final DeviceChoice choice;
    private final DeviceProbe probe;

    /** On the processor. */
    public LibTorchEngine() {
        this(new DeviceChoice.Cpu(), DeviceProbe.none());
    }

    /**
     * On a device of choice.
     *
     * @param probe asked for graphics processors unless the processor is chosen
     */
    public LibTorchEngine(DeviceChoice choice, DeviceProbe probe) {
        this.choice = choice;
        this.probe = probe;
    }

    /** Whether there is a native library for this system on the class path; loads nothing. */
    public static boolean isPresent() {
        return Natives.present();
    }

    @Override
    public String name() {
        return NAME;
    }

    /** What LibTorch 2.10's GPU libraries, made with CUDA 13.1, hold code for: Turing to Blackwell. */
    public static GpuNeeds needs() {
        return new GpuNeeds(
                "LibTorch",
                Natives.gpuInstalled(),
                "Build with -Pgpu, or let the window add them.",
                13_000,
                "580",
                75,
                120);
    }

    @Override
    public Diagnosis diagnose() {
        List<String> details = new ArrayList<>();
        try {
            String device = device();
            int threads = Natives.load(!device.equals(CPU));
            details.add("LibTorch " + version() + ", vectors for "
                    + torch.get_cpu_capability().getString());
            if (!(choice instanceof DeviceChoice.Cpu)) {
                details.addAll(needs().explain(probe.look()));
            }
            return new Diagnosis(true, device.equals(CPU) ? "CPU" : device, threads, details);
        } catch (EngineException e) {
            details.add(String.valueOf(e.getMessage()));
            return new Diagnosis(false, choice.text(), 0, details);
        }
    }

    private static String version() {
        try {
            return Loader.getVersion("org.bytedeco", "pytorch");
        } catch (IOException unknown) {
            return "";
        }
    }

    /** The device to use, in LibTorch's words. */
    String device() throws EngineException {
        if (choice instanceof DeviceChoice.Cpu) {
            return CPU;
        }
        DeviceProbe.Findings found = probe.look();
        List<Gpu> usable = needs().usable(found);
        if (choice instanceof DeviceChoice.Cuda wanted) {
            return usable.stream()
                    .filter(gpu -> gpu.index() == wanted.index())
                    .findFirst()
                    .map(Gpu::device)
                    .orElseThrow(() -> new EngineException(refusal(wanted, found)));
        }
        return usable.stream().findFirst().map(Gpu::device).orElse(CPU);
    }

    private static String refusal(DeviceChoice.Cuda wanted, DeviceProbe.Findings found) {
        Optional<String> reason = needs().obstacle(found);
        if (reason.isEmpty()) {
            reason = found.gpus().stream()
                    .filter(gpu -> gpu.index() == wanted.index())
                    .findFirst()
                    .map(gpu -> needs().obstacle(gpu).orElse(""))
                    .or(() ->
                            Optional.of("There are only " + found.gpus().size() + " graphics cards, counted from 0."));
        }
        return wanted.text() + " cannot be used. " + reason.orElse("") + " Compute with --device cpu instead.";
    }

    /** All memory of a graphics card but what CUDA takes for itself. */
    @Override
    public OptionalLong memoryBytes() {
        if (choice instanceof DeviceChoice.Cpu) {
            return HostMemory.availableBytes();
        }
        try {
            String device = device();
            return probe.look().gpus().stream()
                    .filter(gpu -> gpu.device().equals(device))
                    .findFirst()
                    .map(gpu -> OptionalLong.of(Math.max(0, gpu.memoryBytes() - CUDA_CONTEXT)))
                    .orElseGet(HostMemory::availableBytes);
        } catch (EngineException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public Executable prepare(Program program, Plan plan) throws EngineException {
        String device = device();
        int usual = Natives.load(!device.equals(CPU));
        try {
            return new LibTorchExecutable(program, plan, device, plan.threads() > 0 ? plan.threads() : usual);
        } catch (OutOfMemoryError e) {
            throw new EngineException(
                    "The plan for a batch of " + plan.batch()
                            + " images does not fit in memory. Choose a smaller batch, for example 32, or a smaller T.",
                    e);
        }
    }
}
