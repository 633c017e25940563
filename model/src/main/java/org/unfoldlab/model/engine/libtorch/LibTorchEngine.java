package org.unfoldlab.model.engine.libtorch;

import java.util.List;
import org.bytedeco.pytorch.global.torch;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.program.Program;

/** Executes programs through LibTorch, without autograd. LibTorch is loaded at first use. */
public final class LibTorchEngine implements Engine {
    public static final String NAME = "libtorch";

    private static final String CPU = "cpu";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Diagnosis diagnose() {
        try {
            return new Diagnosis(true, "CPU", load(), List.of("LibTorch"));
        } catch (EngineException e) {
            return new Diagnosis(false, "CPU", 0, List.of(String.valueOf(e.getMessage())));
        }
    }

    private static int load() throws EngineException {
        try {
            int threads = torch.get_num_threads();
            NativeHeap.keepFreedMemory();
            return threads;
        } catch (LinkageError | RuntimeException e) {
            throw new EngineException(
                    "LibTorch's native library cannot be loaded (" + e.getMessage()
                            + "). Choose another engine, for example --engine nd4j.",
                    e);
        }
    }

    @Override
    public Executable prepare(Program program, Plan plan) throws EngineException {
        int usual = load();
        return new LibTorchExecutable(program, plan, CPU, plan.threads() > 0 ? plan.threads() : usual);
    }
}
