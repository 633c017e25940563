package org.unfoldlab.model.engine.choice;

import java.util.List;
import org.unfoldlab.model.engine.Engine;

/**
 * An engine that was chosen.
 *
 * @param reasons what was found out on the way, a sentence each; empty when it was asked for by name
 */
public record EngineChoice(Engine engine, List<String> reasons) {
    public EngineChoice {
        reasons = List.copyOf(reasons);
    }
}
