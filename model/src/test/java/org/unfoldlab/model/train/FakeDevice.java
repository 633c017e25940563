package org.unfoldlab.model.train;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.program.Program;

/**
 * The fake engine on a graphics card that there is not, which fails at a certain step.
 *
 * @param memory bytes that it says it has
 * @param healthy steps until the fault
 * @param fault what is thrown then
 * @param failing mode and method of the steps that count, as a regular expression: {@code TRAIN gradient}
 */
record FakeDevice(OptionalLong memory, int healthy, Supplier<Throwable> fault, String failing) implements Engine {
    /** One that fails in training. */
    FakeDevice(OptionalLong memory, int healthy, Supplier<Throwable> fault) {
        this(memory, healthy, fault, "TRAIN (train|gradient)");
    }

    /** A card that never fails. */
    static FakeDevice with(long memory) {
        return new FakeDevice(OptionalLong.of(memory), Integer.MAX_VALUE, AssertionError::new);
    }

    /** A card of plenty of memory that fails. */
    static FakeDevice failingAfter(int steps, Supplier<Throwable> fault) {
        return new FakeDevice(OptionalLong.of(1L << 40), steps, fault);
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public OptionalLong memoryBytes() {
        return memory;
    }

    @Override
    public Diagnosis diagnose() {
        return new Diagnosis(true, "cuda:0", 1, List.of());
    }

    @Override
    public Executable prepare(Program program, Plan plan) {
        Executable sound = new FakeExecutable(program, plan);
        int[] steps = {0};
        return (Executable) Proxy.newProxyInstance(
                Executable.class.getClassLoader(), new Class<?>[] {Executable.class}, (proxy, method, arguments) -> {
                    boolean step = (plan.mode() + " " + method.getName()).matches(failing);
                    if (step && ++steps[0] > healthy) {
                        throw fault.get();
                    }
                    try {
                        return method.invoke(sound, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
