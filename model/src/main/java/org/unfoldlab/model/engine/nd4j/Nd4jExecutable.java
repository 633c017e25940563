package org.unfoldlab.model.engine.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.StepResult;
import org.unfoldlab.model.engine.Update;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Planner;
import org.unfoldlab.model.engine.plan.Schedule;
import org.unfoldlab.model.engine.plan.Scheduled;
import org.unfoldlab.model.engine.plan.Value;
import org.unfoldlab.model.network.Shape;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Origin;
import org.unfoldlab.model.program.Parameter;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.result.HostArray;

/** A program laid out over ND4J. */
final class Nd4jExecutable implements Executable {
    private final Program program;
    private final Plan plan;
    private final Schedule schedule;
    private final Memory memory;
    private final Statistics statistics;
    private final List<Runnable> forward = new ArrayList<>();
    private final List<Runnable> adjoint = new ArrayList<>();
    private final Optional<CrossEntropy> loss;
    private final Learning learning;
    private int images;
    private boolean went;
    private boolean wentBack;
    private boolean applied;

    Nd4jExecutable(Program program, Plan plan) {
        this.program = program;
        this.plan = plan;
        schedule = Planner.schedule(program, plan);
        List<List<List<Integer>>> scratch = schedule.all().stream()
                .map(scheduled -> Kernels.scratch(scheduled.instruction()))
                .toList();
        boolean trains = plan.mode() == Mode.TRAIN;
        memory = new Memory(program, schedule, scratch, plan.precision(), trains);
        bind();
        statistics = new Statistics(program, schedule, memory, plan.mode());
        learning = new Learning(memory);
        loss = schedule.logitsGradient()
                .map(gradient -> new CrossEntropy(
                        memory.numbers(schedule.answer().orElseThrow()), memory.numbers(gradient), plan.batch()));
    }

    private void bind() {
        Kernels kernels = new Kernels(memory, program.normalization().epsilon());
        int at = 0;
        for (Scheduled scheduled : schedule.all()) {
            Runnable call = kernels.bind(scheduled.instruction(), memory.scratch(at));
            (at < schedule.forward().size() ? forward : adjoint).add(call);
            at++;
        }
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
            memory.numbers(parameter, Memory.Kind.VALUE).write(checked(parameter, value));
        }
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
        return learned(Memory.Kind.VALUE);
    }

    private Map<String, HostArray> learned(Memory.Kind kind) {
        Map<String, HostArray> values = new LinkedHashMap<>();
        program.parameters()
                .forEach((key, parameter) ->
                        values.put(key, memory.numbers(parameter, kind).read(lengths(parameter.shape()))));
        return values;
    }

    private static int[] lengths(List<Integer> shape) {
        return shape.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public void setVelocities(Map<String, HostArray> values) {
        requireTraining();
        for (Parameter parameter : program.parameters().values()) {
            HostArray value = values.get(parameter.key());
            HostArray written = value == null
                    ? HostArray.ofFloats(new int[] {parameter.size()}, new float[parameter.size()])
                    : checked(parameter, value);
            memory.numbers(parameter, Memory.Kind.VELOCITY).write(written);
        }
    }

    @Override
    public Map<String, HostArray> velocities() {
        requireTraining();
        return learned(Memory.Kind.VELOCITY);
    }

    @Override
    public void setStatistics(Map<String, ChannelStatistics> values) {
        if (plan.mode() == Mode.EVALUATE) {
            statistics.require(values);
        } else {
            statistics.set(values);
        }
        applied = false;
    }

    @Override
    public Map<String, ChannelStatistics> statistics() {
        return statistics.all();
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
            statistics.apply();
            applied = true;
        }
        memory.numbers(schedule.stimulus()).write(input);
        images = count;
        wentBack = false;
        run(forward);
        went = true;
    }

    private static void run(List<Runnable> calls) {
        for (int i = 0; i < calls.size(); i++) {
            calls.get(i).run();
        }
    }

    @Override
    public StepResult gradient(HostArray input, int[] labels) {
        requireTraining();
        CrossEntropy entropy = loss.orElseThrow(() -> new IllegalStateException("there is no readout with a signal"));
        forward(input);
        entropy.compute(labels);
        run(adjoint);
        wentBack = true;
        boolean finite = Double.isFinite(entropy.loss()) && learning.finite();
        return new StepResult(entropy.loss(), entropy.correct(), finite);
    }

    @Override
    public StepResult train(HostArray input, int[] labels, Update update) {
        StepResult result = gradient(input, labels);
        if (result.finite()) {
            statistics.track();
            learning.update(update);
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
        return memory.numbers(value).read(images, value.axis(1));
    }

    @Override
    public HostArray state(StateAt state) {
        requireRun();
        Value value = schedule.states().get(state);
        if (value == null) {
            throw new IllegalArgumentException(state + " is not kept");
        }
        return memory.numbers(value).read(images, value.axis(1), value.axis(2), value.axis(3));
    }

    @Override
    public Map<NormPosition, ChannelStatistics> batchStatistics() {
        requireRun();
        if (plan.mode() == Mode.EVALUATE) {
            throw new IllegalStateException("evaluation computes no statistics");
        }
        return statistics.ofBatch();
    }

    @Override
    public Map<String, HostArray> gradients() {
        requireTraining();
        return learned(Memory.Kind.GRADIENT);
    }

    /** Runs again, looking at every array as soon as it is computed: buffers are reused later in the run. */
    @Override
    public Optional<Origin> firstNotFinite() {
        requireRun();
        Optional<Origin> found = firstNotFinite(schedule.forward(), forward);
        if (found.isEmpty() && wentBack) {
            return firstNotFinite(schedule.adjoint(), adjoint);
        }
        return found;
    }

    private Optional<Origin> firstNotFinite(List<Scheduled> scheduled, List<Runnable> calls) {
        for (int i = 0; i < calls.size(); i++) {
            calls.get(i).run();
            Instruction instruction = scheduled.get(i).instruction();
            if (instruction.writes().stream().anyMatch(value -> !finite(value))) {
                return Optional.of(scheduled.get(i).node().origin());
            }
        }
        return Optional.empty();
    }

    private boolean finite(Value value) {
        return Double.isFinite(Nd4j.getBlasWrapper().level1().asum(memory.array(value)));
    }

    @Override
    public long bufferBytes() {
        return memory.bytes();
    }

    @Override
    public void close() {
        forward.clear();
        adjoint.clear();
        memory.close();
    }
}
