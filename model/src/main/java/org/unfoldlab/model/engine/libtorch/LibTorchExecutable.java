package org.unfoldlab.model.engine.libtorch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.StepResult;
import org.unfoldlab.model.engine.Update;
import org.unfoldlab.model.engine.onednn.DirectConvolutions;
import org.unfoldlab.model.engine.onednn.DirectLibrary;
import org.unfoldlab.model.engine.plan.Planner;
import org.unfoldlab.model.engine.plan.Schedule;
import org.unfoldlab.model.engine.plan.Scheduled;
import org.unfoldlab.model.engine.plan.Value;
import org.unfoldlab.model.network.Shape;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Origin;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.optimize.Optimizer;
import org.unfoldlab.model.program.optimize.Pass;
import org.unfoldlab.model.result.HostArray;

/** A program laid out over LibTorch. */
final class LibTorchExecutable implements Executable {
    private final Program program;
    private final Plan plan;
    private final Schedule schedule;
    private final Session session;
    private final Space space;
    private final Slots slots;
    private final Learned learned;
    private final Optional<DirectLibrary> oneDnn;
    private final NormKernels norms;
    private final NormStatistics statistics;
    private final Optional<FusedConvolutions> fused;
    private final Optional<WinogradKernels> winograd;
    private final Kernels kernels;
    private final List<Kernel> forward = new ArrayList<>();
    private final List<Kernel> adjoint = new ArrayList<>();
    private final Optional<CrossEntropy> loss;
    private final Tensor stimulus;
    /** How often weights or statistics have been changed, and after how many changes they were applied. */
    private int changes;

    private int applied = -1;
    private boolean went;
    private boolean wentBack;

    LibTorchExecutable(Program program, Plan plan, String device, int threads) {
        this.program = program;
        this.plan = plan;
        space = new Space(plan.precision(), device);
        Numerics numerics = Numerics.of(plan.precision(), space.onHost());
        fused = numerics.inFloat32OnHost() ? FusedConvolutions.find() : Optional.empty();
        Plan able = able(plan, fused.isPresent());
        schedule = Planner.schedule(rewritten(program, able), able);
        session = new Session(threads, numerics);
        slots = new Slots(schedule, plan.batch());
        boolean trains = plan.mode() == Mode.TRAIN;
        learned = new Learned(program.parameters(), space, trains);
        oneDnn = space.onHost() && space.width() == Float.BYTES ? DirectLibrary.find() : Optional.empty();
        norms = new NormKernels(slots, space, oneDnn, program.normalization().epsilon(), widest());
        statistics = new NormStatistics(program, schedule, space, slots, norms::keepsVariance);
        Shape image = program.stimulus().shape();
        stimulus = space.zeroImages(plan.batch(), Lanes.filled(image.channels()), image.height(), image.width());
        fix();
        winograd = numerics.inFloat32OnHost() && able.passes().contains(Pass.WINOGRAD) ? winograd() : Optional.empty();
        kernels = new Kernels(slots, space, new ConvolutionKernels(slots, space, numerics, fused, winograd), norms);
        schedule.forward().forEach(scheduled -> forward.add(kernels.bind(scheduled.instruction())));
        schedule.adjoint().forEach(scheduled -> adjoint.add(kernels.bind(scheduled.instruction())));
        loss = schedule.logitsGradient()
                .map(gradient ->
                        new CrossEntropy(slots, space, schedule.answer().orElseThrow(), gradient));
        if (trains) {
            statistics.set(Map.of());
        }
    }

    /** Element-wise work is dearer here than with oneDNN, and most of a step on graphics cards. */
    private static Plan able(Plan plan, boolean addsInConvolutions) {
        Plan storing = plan.without(Pass.RECOMPUTED_WIDE_NORMS);
        return addsInConvolutions ? storing : storing.without(Pass.CONVOLUTION_SUMS);
    }

    private static Program rewritten(Program program, Plan able) {
        return able.mode() == Mode.EVALUATE
                ? Optimizer.byGivenStatistics(
                        program, able.without(Pass.EQUAL_WORK).passes())
                : Optimizer.byBatchStatistics(program, able.passes());
    }

    private Optional<WinogradKernels> winograd() {
        return oneDnn.flatMap(DirectConvolutions::find)
                .map(found -> new WinogradKernels(slots, space, found, () -> changes));
    }

    private void fix() {
        for (Scheduled scheduled : schedule.all()) {
            for (Value value : scheduled.instruction().touches()) {
                if (value.place() instanceof Value.Place.Learned at) {
                    slots.fix(value, learned.view(Learned.Kind.VALUE, at.key()));
                } else if (value.place() instanceof Value.Place.Gradient at) {
                    slots.fix(value, learned.view(Learned.Kind.GRADIENT, at.key()));
                }
            }
        }
    }

    private int widest() {
        return schedule.norms().stream()
                .mapToInt(norm -> Lanes.filled(norm.first().size()))
                .max()
                .orElse(1);
    }

    @Override
    public Program program() {
        return program;
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public void setParameters(Map<String, HostArray> values) {
        session.run(() -> learned.write(Learned.Kind.VALUE, values, true));
        changes++;
    }

    @Override
    public Map<String, HostArray> parameters() {
        return session.call(() -> learned.read(Learned.Kind.VALUE));
    }

    @Override
    public void setVelocities(Map<String, HostArray> values) {
        requireTraining();
        session.run(() -> learned.write(Learned.Kind.VELOCITY, values, false));
    }

    @Override
    public Map<String, HostArray> velocities() {
        requireTraining();
        return session.call(() -> learned.read(Learned.Kind.VELOCITY));
    }

    @Override
    public void setStatistics(Map<String, ChannelStatistics> values) {
        if (plan.mode() == Mode.EVALUATE) {
            statistics.require(values);
        } else {
            statistics.set(values);
        }
        changes++;
    }

    @Override
    public Map<String, ChannelStatistics> statistics() {
        return statistics.all();
    }

    @Override
    public void forward(HostArray images) {
        int count = count(images);
        session.run(() -> {
            feed(images, count);
            run(forward, 0);
        });
        went = true;
        wentBack = false;
    }

    private int count(HostArray images) {
        Shape shape = program.stimulus().shape();
        int count = Math.toIntExact(images.size() / shape.size());
        boolean fits = plan.mode() == Mode.EVALUATE ? count >= 1 && count <= plan.batch() : count == plan.batch();
        if (!fits || count * shape.size() != images.size()) {
            throw new IllegalArgumentException("images of shape " + Arrays.toString(images.shape()) + " do not fill "
                    + plan.batch() + " × " + shape);
        }
        return count;
    }

    private void feed(HostArray images, int count) {
        if (plan.mode() == Mode.EVALUATE && applied != changes) {
            statistics.apply(learned);
            applied = changes;
        }
        Shape shape = program.stimulus().shape();
        Tensor input = stimulus.narrow(0, 0, count);
        space.write(images, Lanes.own(input, shape.channels()), count, shape.channels(), shape.height(), shape.width());
        slots.expect(count);
        slots.put(schedule.stimulus(), input);
    }

    private void run(List<Kernel> work, int first) {
        for (int i = 0; i < work.size(); i++) {
            try (PointerScope scope = new PointerScope()) {
                work.get(i).run();
            }
            slots.after(first + i);
        }
    }

    @Override
    public StepResult gradient(HostArray images, int[] labels) {
        requireTraining();
        forward(images);
        return session.call(() -> backward(labels));
    }

    private StepResult backward(int[] labels) {
        CrossEntropy entropy = loss.orElseThrow(() -> new IllegalStateException("there is no readout with a signal"));
        if (labels.length != plan.batch()) {
            throw new IllegalArgumentException(labels.length + " labels for " + plan.batch() + " images");
        }
        Tensor report = statistics.report();
        entropy.compute(labels, report);
        run(adjoint, forward.size());
        wentBack = true;
        report.narrow(0, 2, 1).copy_(learned.largestGradient());
        statistics.cross();
        double value = statistics.reported(0);
        boolean finite = Double.isFinite(value) && Double.isFinite(statistics.reported(2));
        return new StepResult(value, (int) statistics.reported(1), finite);
    }

    @Override
    public StepResult train(HostArray images, int[] labels, Update update) {
        StepResult result = gradient(images, labels);
        if (result.finite()) {
            statistics.track();
            session.run(() -> learned.update(update));
            changes++;
        }
        return result;
    }

    private void requireTraining() {
        if (plan.mode() != Mode.TRAIN) {
            throw new IllegalStateException("planned to " + plan.mode() + ", not to train");
        }
    }

    private void requireRun() {
        if (!went) {
            throw new IllegalStateException("nothing has been run yet");
        }
    }

    @Override
    public HostArray logits(int readoutTime) {
        requireRun();
        Value value = schedule.logits().get(readoutTime);
        if (value == null) {
            throw new IllegalArgumentException("no readout at T = " + readoutTime);
        }
        return session.call(() -> space.read(slots.get(value), slots.images(), value.axis(1)));
    }

    @Override
    public HostArray state(StateAt state) {
        requireRun();
        Value value = schedule.states().get(state);
        if (value == null) {
            throw new IllegalArgumentException(state + " is not kept");
        }
        return session.call(() -> space.read(
                Lanes.own(slots.get(value), value.axis(1)),
                slots.images(),
                value.axis(1),
                value.axis(2),
                value.axis(3)));
    }

    @Override
    public Map<NormPosition, ChannelStatistics> batchStatistics() {
        requireRun();
        if (plan.mode() == Mode.EVALUATE) {
            throw new IllegalStateException("evaluation computes no statistics");
        }
        return session.call(statistics::ofBatch);
    }

    @Override
    public Map<String, HostArray> gradients() {
        requireTraining();
        return session.call(() -> learned.read(Learned.Kind.GRADIENT));
    }

    /** Runs again, looking at every array as soon as it is computed: later it may be gone. */
    @Override
    public Optional<Origin> firstNotFinite() {
        requireRun();
        return session.call(() -> {
            Optional<Origin> found = firstNotFinite(schedule.forward(), forward, 0);
            return found.isEmpty() && wentBack ? firstNotFinite(schedule.adjoint(), adjoint, forward.size()) : found;
        });
    }

    private Optional<Origin> firstNotFinite(List<Scheduled> scheduled, List<Kernel> work, int first) {
        for (int i = 0; i < work.size(); i++) {
            try (PointerScope scope = new PointerScope()) {
                work.get(i).run();
                if (!scheduled.get(i).instruction().writes().stream().allMatch(this::finite)) {
                    return Optional.of(scheduled.get(i).node().origin());
                }
            }
            slots.after(first + i);
        }
        return Optional.empty();
    }

    private boolean finite(Value value) {
        return torch.isfinite(slots.get(value)).all().item_bool();
    }

    /** Empty on a graphics processor, which is still computing when a call returns. */
    @Override
    public Map<String, Double> millisecondsByKind() {
        requireRun();
        Map<String, Double> times = new TreeMap<>();
        if (space.onHost()) {
            session.run(() -> {
                time(schedule.forward(), forward, 0, times);
                if (wentBack) {
                    time(schedule.adjoint(), adjoint, forward.size(), times);
                }
            });
        }
        return times;
    }

    private void time(List<Scheduled> scheduled, List<Kernel> work, int first, Map<String, Double> times) {
        for (int i = 0; i < work.size(); i++) {
            long start = System.nanoTime();
            try (PointerScope scope = new PointerScope()) {
                work.get(i).run();
            }
            slots.after(first + i);
            String kind = scheduled.get(i).instruction().getClass().getSimpleName();
            times.merge(kind, (System.nanoTime() - start) / 1e6, Double::sum);
        }
    }

    @Override
    public long bufferBytes() {
        return learned.bytes() + statistics.bytes() + stimulus.nbytes();
    }

    @Override
    public void close() {
        forward.clear();
        adjoint.clear();
        slots.close();
        kernels.close();
        norms.close();
        winograd.ifPresent(WinogradKernels::close);
        oneDnn.ifPresent(DirectLibrary::close);
        fused.ifPresent(FusedConvolutions::close);
        statistics.close();
        learned.close();
        stimulus.close();
        space.close();
        NativeHeap.giveBack();
    }
}
