package org.unfoldlab.model.engine.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.factory.Nd4j;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.engine.plan.Bound;
import org.unfoldlab.model.engine.plan.Numbers;
import org.unfoldlab.model.engine.plan.Schedule;
import org.unfoldlab.model.engine.plan.Scheduled;
import org.unfoldlab.model.engine.plan.Value;
import org.unfoldlab.model.result.HostArray;

/** A schedule bound to ND4J's own operations, in either precision. */
final class Nd4jBound implements Bound {
    private final Schedule schedule;
    private final Memory memory;
    private final List<Step> forward = new ArrayList<>();
    private final List<Step> adjoint = new ArrayList<>();

    Nd4jBound(Schedule schedule, LearnedTensors learned, Precision precision, double epsilon) {
        this.schedule = schedule;
        List<List<List<Integer>>> scratch = schedule.all().stream()
                .map(scheduled -> Kernels.scratch(scheduled.instruction()))
                .toList();
        memory = new Memory(schedule, scratch, learned, precision);
        Kernels kernels = new Kernels(memory, epsilon);
        int at = 0;
        for (Scheduled scheduled : schedule.all()) {
            Runnable call = kernels.bind(scheduled.instruction(), memory.scratch(at));
            String kind = scheduled.instruction().getClass().getSimpleName();
            (at < schedule.forward().size() ? forward : adjoint).add(new Step(call, kind, scheduled));
            at++;
        }
    }

    /** Everything is read where it lies. */
    @Override
    public void learnedTensorsChanged() {}

    @Override
    public void prepare() {}

    @Override
    public List<Step> forward() {
        return forward;
    }

    @Override
    public List<Step> adjoint() {
        return adjoint;
    }

    @Override
    public void writeImages(HostArray images) {
        memory.numbers(schedule.stimulus()).write(images);
    }

    @Override
    public HostArray read(Value value, int images) {
        return memory.numbers(value).read(images, value.axis(1), value.axis(2), value.axis(3));
    }

    @Override
    public Numbers numbers(Value value) {
        return memory.numbers(value);
    }

    @Override
    public boolean finite(Value value) {
        return Double.isFinite(Nd4j.getBlasWrapper().level1().asum(memory.array(value)));
    }

    @Override
    public long bytes() {
        return memory.bytes();
    }

    @Override
    public void close() {
        forward.clear();
        adjoint.clear();
        memory.close();
    }
}
