package org.unfoldlab.app;

import java.util.List;
import java.util.Optional;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.folded.FoldedEngine;
import org.unfoldlab.model.engine.libtorch.LibTorchEngine;
import org.unfoldlab.model.engine.nd4j.Nd4jEngine;
import org.unfoldlab.model.engine.unfolded.UnfoldedEngine;

/** The engines that this program comes with. Naming them loads nothing. */
public final class Engines {
    /** What runs unless another is asked for. */
    public static final String DEFAULT = Nd4jEngine.NAME;

    private Engines() {}

    /** All engines, the usual one first. */
    public static List<Engine> all() {
        return List.of(new Nd4jEngine(), new LibTorchEngine(), new FoldedEngine(), new UnfoldedEngine());
    }

    /** Names, as they follow {@code --engine}. */
    public static List<String> names() {
        return all().stream().map(Engine::name).toList();
    }

    /** The engine of this name. */
    public static Optional<Engine> find(String name) {
        return all().stream().filter(engine -> engine.name().equals(name)).findFirst();
    }
}
