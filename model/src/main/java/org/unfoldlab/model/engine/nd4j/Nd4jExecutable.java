package org.unfoldlab.model.engine.nd4j;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.StepResult;
import org.unfoldlab.model.engine.Update;
import org.unfoldlab.model.engine.plan.Bound;
import org.unfoldlab.model.engine.plan.Schedule;
import org.unfoldlab.model.engine.plan.Scheduled;
import org.unfoldlab.model.engine.plan.Value;
import org.unfoldlab.model.network.Shape;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Origin;
import org.unfoldlab.model.program.Parameter;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.optimize.Pass;
import org.unfoldlab.model.result.HostArray;

/** A program laid out over ND4J. */
final class Nd4jExecutable implements Executable {
    private final Program program;
    private final Plan plan;
    private final boolean oneDnn;
    private final LearnedTensors learned;
    private final Optional<CrossEntropy> loss;
    private final Threads threads;
    private Laid laid;
    private int images;
    private boolean went;
    private boolean wentBack;
    private boolean applied;

    /**
     * @param oneDnn true to call oneDNN directly in float32
     * @param threads to compute with, at most
     */
    Nd4jExecutable(Program program, Plan plan, boolean oneDnn, int threads) {
        this.program = program;
        this.plan = plan;
        this.threads = new Threads(program, plan.batch(), threads);
        this.threads.use();
        this.oneDnn = oneDnn;
        learned = new LearnedTensors(program, plan.precision(), plan.mode() == Mode.TRAIN);
        laid = Laid.out(program, plan, learned, oneDnn);
        Schedule schedule = laid.schedule();
        loss = schedule.logitsGradient()
                .map(gradient -> new CrossEntropy(
                        laid.bound().numbers(schedule.answer().orElseThrow()),
                        laid.bound().numbers(gradient),
                        plan.batch()));
    }

    /** The steps and arrays, to be timed and looked at. */
    Bound bound() {
        return laid.bound();
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
        for (Parameter parameter : program.parameters().values()) {
            HostArray value = values.get(parameter.key());
            if (value == null) {
                throw new IllegalArgumentException("the weights " + parameter.key() + " are missing");
            }
            learned.numbers(parameter.key(), LearnedTensors.Kind.VALUE).write(checked(parameter, value));
        }
        laid.bound().learnedTensorsChanged();
        applied = false;
    }

    private static HostArray checked(Parameter parameter, HostArray value) {
        if (value.size() != parameter.size()) {
            throw new IllegalArgumentException("the weights " + parameter.key() + " have shape "
                    + Arrays.toString(value.shape()) + ", not " + parameter.shape());
        }
        return value;
    }

    @Override
    public Map<String, HostArray> parameters() {
        return learned.read(LearnedTensors.Kind.VALUE);
    }

    @Override
    public void setVelocities(Map<String, HostArray> values) {
        requireTraining();
        for (Parameter parameter : program.parameters().values()) {
            HostArray value = values.get(parameter.key());
            HostArray written = value == null
                    ? HostArray.ofFloats(new int[] {parameter.size()}, new float[parameter.size()])
                    : checked(parameter, value);
            learned.numbers(parameter.key(), LearnedTensors.Kind.VELOCITY).write(written);
        }
    }

    @Override
    public Map<String, HostArray> velocities() {
        requireTraining();
        return learned.read(LearnedTensors.Kind.VELOCITY);
    }

    @Override
    public void setStatistics(Map<String, ChannelStatistics> values) {
        if (plan.mode() == Mode.EVALUATE) {
            layApart(values);
            laid.statistics().require(values);
        } else {
            laid.statistics().set(values);
        }
        applied = false;
    }

    /** Norms that compute alike share their work only while their statistics are alike. */
    private void layApart(Map<String, ChannelStatistics> values) {
        if (!laid.statistics().sharedAlike(values)) {
            laid.close();
            laid = Laid.out(program, plan.without(Pass.EQUAL_WORK), learned, oneDnn);
            went = false;
        }
    }

    @Override
    public Map<String, ChannelStatistics> statistics() {
        return laid.statistics().all();
    }

    @Override
    public void forward(HostArray input) {
        Shape shape = program.stimulus().shape();
        long perImage = shape.size();
        int count = Math.toIntExact(input.size() / perImage);
        boolean fits = plan.mode() == Mode.EVALUATE ? count >= 1 && count <= plan.batch() : count == plan.batch();
        if (!fits || count * perImage != input.size()) {
            throw new IllegalArgumentException("images of shape " + Arrays.toString(input.shape()) + " do not fill "
                    + plan.batch() + " × " + shape);
        }
        if (plan.mode() == Mode.EVALUATE && !applied) {
            laid.statistics().apply();
            laid.bound().learnedTensorsChanged();
            applied = true;
        }
        threads.use();
        laid.bound().prepare();
        laid.bound().writeImages(input);
        images = count;
        wentBack = false;
        run(laid.bound().forward());
        went = true;
    }

    private static void run(List<Bound.Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).call().run();
        }
    }

    @Override
    public StepResult gradient(HostArray input, int[] labels) {
        requireTraining();
        CrossEntropy entropy = loss.orElseThrow(() -> new IllegalStateException("there is no readout with a signal"));
        forward(input);
        entropy.compute(labels);
        run(laid.bound().adjoint());
        wentBack = true;
        boolean finite = Double.isFinite(entropy.loss()) && learned.gradientsAreFinite();
        return new StepResult(entropy.loss(), entropy.correct(), finite);
    }

    @Override
    public StepResult train(HostArray input, int[] labels, Update update) {
        StepResult result = gradient(input, labels);
        if (result.finite()) {
            laid.statistics().track();
            learned.update(update);
            laid.bound().learnedTensorsChanged();
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
        Value value = laid.schedule().logits().get(readoutTime);
        if (value == null) {
            throw new IllegalArgumentException("no readout at T = " + readoutTime);
        }
        return laid.bound().read(value, images).reshaped(images, value.axis(1));
    }

    @Override
    public HostArray state(StateAt state) {
        requireRun();
        Value value = laid.schedule().states().get(state);
        if (value == null) {
            throw new IllegalArgumentException(state + " is not kept");
        }
        return laid.bound().read(value, images);
    }

    @Override
    public Map<NormPosition, ChannelStatistics> batchStatistics() {
        requireRun();
        if (plan.mode() == Mode.EVALUATE) {
            throw new IllegalStateException("evaluation computes no statistics");
        }
        return laid.statistics().ofBatch();
    }

    @Override
    public Map<String, HostArray> gradients() {
        requireTraining();
        return learned.read(LearnedTensors.Kind.GRADIENT);
    }

    /** Runs again, looking at every array as soon as it is computed: buffers are reused later in the run. */
    @Override
    public Optional<Origin> firstNotFinite() {
        requireRun();
        Optional<Origin> found = firstNotFinite(laid.bound().forward());
        return found.isEmpty() && wentBack ? firstNotFinite(laid.bound().adjoint()) : found;
    }

    private Optional<Origin> firstNotFinite(List<Bound.Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).call().run();
            Scheduled scheduled = steps.get(i).scheduled();
            boolean done =
                    i + 1 == steps.size() || !steps.get(i + 1).scheduled().equals(scheduled);
            if (done
                    && scheduled.instruction().writes().stream()
                            .anyMatch(value -> !laid.bound().finite(value))) {
                return Optional.of(scheduled.node().origin());
            }
        }
        return Optional.empty();
    }

    @Override
    public Map<String, Double> millisecondsByKind() {
        requireRun();
        threads.use();
        Map<String, Double> times = new TreeMap<>();
        time(laid.bound().forward(), times);
        if (wentBack) {
            time(laid.bound().adjoint(), times);
        }
        return times;
    }

    private static void time(List<Bound.Step> steps, Map<String, Double> times) {
        for (Bound.Step step : steps) {
            long start = System.nanoTime();
            step.call().run();
            times.merge(step.kind(), (System.nanoTime() - start) / 1e6, Double::sum);
        }
    }

    @Override
    public long bufferBytes() {
        return laid.bound().bytes() + learned.bytes();
    }

    @Override
    public void close() {
        laid.close();
        learned.close();
    }
}
