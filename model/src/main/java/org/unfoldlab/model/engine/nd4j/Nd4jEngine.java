package org.unfoldlab.model.engine.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.LibraryVersion;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.device.Processor;
import org.unfoldlab.model.engine.onednn.OneDnnBound;
import org.unfoldlab.model.program.Program;

/**
 * Executes programs on the CPU. In float32 the arrays' memory and the updates are ND4J's and the layers are oneDNN's
 * primitives, called directly; in float64, which oneDNN lacks, or where its library does not load, all is ND4J's own
 * operations. Loaded at first use.
 */
public final class Nd4jEngine implements Engine {
    public static final String NAME = "nd4j";

    private final Processor processor = Processor.ofThisMachine();
    private final boolean allowsOneDnn;
    private Optional<NativeChooser.Choice> choice = Optional.empty();
    private Optional<String> oneDnn = Optional.empty();

    public Nd4jEngine() {
        this(true);
    }

    /**
     * @param allowsOneDnn false to use ND4J's own operations in float32 as well, to compare them
     */
    public Nd4jEngine(boolean allowsOneDnn) {
        this.allowsOneDnn = allowsOneDnn;
    }

    /** Whether there is a native library for this system on the class path; loads nothing. */
    public static boolean isPresent() {
        return NativeChooser.isPresent();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Diagnosis diagnose() {
        List<String> details = new ArrayList<>();
        try {
            NativeChooser.Choice chosen = load();
            details.add(
                    "ND4J " + LibraryVersion.of(Nd4j.class, "org.nd4j", "nd4j-api") + " for " + processor.platform());
            details.add("natives: "
                    + (chosen.extension().isEmpty()
                            ? "plain"
                            : chosen.extension().substring(1)));
            details.add(oneDnn.map(found -> found + ", called directly in float32")
                    .orElse("layers are ND4J's own operations"));
            // Elsewhere the plain library is the only one, and float32 layers are oneDNN's anyway.
            chosen.warning()
                    .filter(warning -> processor.platform().endsWith("x86_64"))
                    .ifPresent(details::add);
            return new Diagnosis(true, "CPU", processor.physicalCores(), details);
        } catch (EngineException e) {
            details.add(String.valueOf(e.getMessage()));
            return new Diagnosis(false, "CPU", processor.physicalCores(), details);
        }
    }

    /** Chooses the natives, then loads ND4J. */
    private synchronized NativeChooser.Choice load() throws EngineException {
        NativeChooser.Choice chosen = choice.orElseGet(() -> NativeChooser.install(processor));
        choice = Optional.of(chosen);
        try {
            Nd4j.getExecutioner();
            if (oneDnn.isEmpty() && allowsOneDnn) {
                oneDnn = describeOneDnn();
            }
            return chosen;
        } catch (LinkageError | RuntimeException e) {
            throw new EngineException(
                    "ND4J's native library for " + processor.platform() + chosen.extension() + " cannot be loaded ("
                            + rootOf(e) + "). Choose another with -D" + NativeChooser.EXTENSION
                            + "=-onednn-avx2, or another engine.",
                    e);
        }
    }

    private static Optional<String> describeOneDnn() {
        try {
            return Optional.of(OneDnnBound.describe());
        } catch (LinkageError | RuntimeException e) {
            return Optional.empty();
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
        if (!plan.precision().exact()) {
            throw new EngineException(NAME + " computes in float or double only. Choose --engine libtorch for "
                    + plan.precision().text() + ".");
        }
        load();
        int threads = plan.threads() > 0 ? plan.threads() : processor.physicalCores();
        try {
            return new Nd4jExecutable(program, plan, oneDnn.isPresent(), threads);
        } catch (OutOfMemoryError e) {
            throw new EngineException(
                    "The plan for a batch of " + plan.batch()
                            + " images does not fit in memory. Choose a smaller batch or fewer channels.",
                    e);
        }
    }
}
