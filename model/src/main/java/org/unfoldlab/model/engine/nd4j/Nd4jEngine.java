package org.unfoldlab.model.engine.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.program.Program;

/** Executes programs on the CPU through ND4J and its oneDNN convolutions. ND4J is loaded at first use. */
public final class Nd4jEngine implements Engine {
    public static final String NAME = "nd4j";

    private final Processor processor = Processor.ofThisMachine();
    private Optional<NativeChooser.Choice> choice = Optional.empty();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Diagnosis diagnose() {
        List<String> details = new ArrayList<>();
        try {
            NativeChooser.Choice chosen = load();
            details.add("ND4J " + version() + " for " + processor.platform());
            details.add("natives: "
                    + (chosen.extension().isEmpty()
                            ? "plain"
                            : chosen.extension().substring(1)));
            chosen.warning().ifPresent(details::add);
            return new Diagnosis(true, "CPU", processor.physicalCores(), details);
        } catch (EngineException e) {
            details.add(String.valueOf(e.getMessage()));
            return new Diagnosis(false, "CPU", processor.physicalCores(), details);
        }
    }

    private static String version() {
        String version = Nd4j.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }

    /** Chooses the natives, then loads ND4J. */
    private synchronized NativeChooser.Choice load() throws EngineException {
        NativeChooser.Choice chosen = choice.orElseGet(() -> NativeChooser.install(processor));
        choice = Optional.of(chosen);
        try {
            Nd4j.getExecutioner();
            return chosen;
        } catch (LinkageError | RuntimeException e) {
            throw new EngineException(
                    "ND4J's native library for " + processor.platform() + chosen.extension() + " cannot be loaded ("
                            + rootOf(e) + "). Choose another with -D" + NativeChooser.EXTENSION
                            + "=-onednn-avx2, or another engine.",
                    e);
        }
    }

    private static String rootOf(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    @Override
    public Executable prepare(Program program, Plan plan) throws EngineException {
        load();
        int threads = plan.threads() > 0 ? plan.threads() : processor.physicalCores();
        Nd4j.getEnvironment().setMaxThreads(threads);
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
        try {
            return new Nd4jExecutable(program, plan);
        } catch (OutOfMemoryError e) {
            throw new EngineException(
                    "The plan for a batch of " + plan.batch()
                            + " images does not fit in memory. Choose a smaller batch or fewer channels.",
                    e);
        }
    }
}
