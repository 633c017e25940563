package org.unfoldlab.model.train;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.InitialParameters;
import org.unfoldlab.model.engine.Mishap;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.plan.MemoryEstimate;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.network.Shape;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.StopReason;

/*
 * First an estimate, which takes no memory. Where it comes near to what there is, one batch of zeros is tried as well,
 * since libraries take more for themselves than a plan shows. Small networks, the usual case, pay for neither.
 */
/** Finds out whether a training fits into memory before it is begun. */
final class MemoryCheck {
    /** Settings that are small enough for the computers that people have. */
    private static final int MODEST_BATCH = 32;

    private static final int MODEST_TIME = 10;

    /** A plan that needs less than this part of what there is, is not tried. */
    private static final long CLEARLY_ENOUGH = 4;

    private final TrainingJob job;

    MemoryCheck(TrainingJob job) {
        this.job = job;
    }

    /** Settings of a training. */
    private record Size(int batch, int time) {}

    /** Why it cannot be trained as it is, with settings that would do; empty when it fits. */
    Optional<StopReason.OutOfMemory> refusal() {
        OptionalLong memory = job.engine().memoryBytes();
        Size asked = asked();
        long needed = needs(job.network(), asked.batch());
        if (memory.isPresent() && needed > memory.getAsLong()) {
            return Optional.of(refused(asked, needed, memory));
        }
        boolean clear = memory.isPresent() && needed < memory.getAsLong() / CLEARLY_ENOUGH;
        return clear || fitsWhenTried() ? Optional.empty() : Optional.of(refused(asked, needed, memory));
    }

    /** What a training that ran out of memory should be told: smaller settings, as a sentence and as numbers. */
    StopReason.OutOfMemory ranOut(String happened, String safe) {
        Optional<Size> smaller = smaller(job.engine().memoryBytes());
        return reason(happened + " " + safe + " " + suggestion(smaller), smaller);
    }

    private Size asked() {
        return new Size(
                Trainer.batches(job).batchSize(),
                job.network().document().readout().time());
    }

    private StopReason.OutOfMemory refused(Size asked, long needed, OptionalLong memory) {
        String there = memory.isPresent() ? ", and " + gibibytes(memory.getAsLong()) + " are free" : "";
        Optional<Size> smaller = smaller(memory);
        return reason(
                "This training does not fit into memory. A batch of " + asked.batch() + " images at T = " + asked.time()
                        + " needs " + gibibytes(needed) + " on " + device() + there + ". Nothing was started. "
                        + suggestion(smaller),
                smaller);
    }

    private StopReason.OutOfMemory reason(String message, Optional<Size> smaller) {
        OptionalInt batch = below(asked().batch(), smaller.map(Size::batch));
        return new StopReason.OutOfMemory(message, device(), batch, below(asked().time(), smaller.map(Size::time)));
    }

    private static OptionalInt below(int asked, Optional<Integer> smaller) {
        return smaller.filter(value -> value < asked).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private String suggestion(Optional<Size> smaller) {
        List<String> parts = new ArrayList<>();
        below(asked().batch(), smaller.map(Size::batch)).ifPresent(batch -> parts.add("batch " + batch));
        below(asked().time(), smaller.map(Size::time)).ifPresent(time -> parts.add("T = " + time));
        return parts.isEmpty() ? "Try fewer channels." : "Try " + String.join(" and ", parts) + ".";
    }

    private String device() {
        String device = job.engine().diagnose().device();
        return device.equalsIgnoreCase("CPU") ? "the processor" : device;
    }

    /** The largest of some modest settings that fits; empty when none does. */
    private Optional<Size> smaller(OptionalLong memory) {
        for (Size size : modest()) {
            Optional<Network> network = at(size.time());
            if (network.isPresent()
                    && (memory.isEmpty() || needs(network.get(), size.batch()) < memory.getAsLong() / 2)) {
                return Optional.of(size);
            }
        }
        return Optional.empty();
    }

    private Set<Size> modest() {
        Size asked = asked();
        int batch = asked.batch() > MODEST_BATCH ? MODEST_BATCH : Math.max(2, asked.batch() / 2);
        int time = Math.min(MODEST_TIME, asked.time());
        Set<Size> sizes = new LinkedHashSet<>();
        sizes.add(new Size(batch, asked.time()));
        for (int halved = batch; halved >= 2; halved /= 2) {
            sizes.add(new Size(halved, time));
        }
        sizes.remove(asked);
        return sizes;
    }

    private Optional<Network> at(int time) {
        NetworkDocument document = job.network().document();
        Checked checked = NetworkChecker.check(
                document.edit().readout(document.readout().withTime(time)).build());
        return checked instanceof Checked.Valid valid ? Optional.of(valid.network()) : Optional.empty();
    }

    /** At the end of an epoch, what is measured then stands beside what trains. */
    private long needs(Network network, int batch) {
        Program program = program(network);
        return MemoryEstimate.bytes(program, plan(Mode.TRAIN, batch))
                + Math.max(following(network), recalibrating(program));
    }

    private long following(Network network) {
        int images = DynamicsMeasuring.images(job);
        return images < 2 ? 0 : MemoryEstimate.bytes(new UpdateRatios(network).program(), plan(Mode.TRAIN, images));
    }

    private long recalibrating(Program program) {
        int images =
                Math.min(Evaluation.sampleSize(job, program), job.data().train().size());
        return MemoryEstimate.bytes(program, plan(Mode.MEASURE, Math.max(2, images)));
    }

    private Plan plan(Mode mode, int batch) {
        return new Plan(mode, batch, job.precision(), false, job.threads());
    }

    private static Program program(Network network) {
        return Lowering.lower(Unroller.unroll(network));
    }

    /** One batch of zeros. What goes wrong for another reason goes wrong again, and is told, when training begins. */
    private boolean fitsWhenTried() {
        Program program = program(job.network());
        int batch = asked().batch();
        Shape image = program.stimulus().shape();
        int[] shape = {batch, image.channels(), image.height(), image.width()};
        HostArray black =
                HostArray.ofFloats(shape, new float[batch * image.channels() * image.height() * image.width()]);
        try (Executable executable = job.engine().prepare(program, plan(Mode.TRAIN, batch))) {
            executable.setParameters(
                    InitialParameters.of(program, job.training().seed()));
            executable.setVelocities(Map.of());
            executable.setStatistics(Map.of());
            executable.gradient(black, new int[batch]);
            return true;
        } catch (EngineException | RuntimeException | OutOfMemoryError e) {
            return Mishap.of(e) != Mishap.OUT_OF_MEMORY;
        }
    }

    private static String gibibytes(long bytes) {
        double mebibytes = bytes / (double) (1 << 20);
        return mebibytes < 1000
                ? String.format(Locale.ROOT, "%.0f MiB", mebibytes)
                : String.format(Locale.ROOT, "%.1f GiB", mebibytes / 1024);
    }
}
