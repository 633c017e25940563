package org.unfoldlab.app.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineWithPasses;
import org.unfoldlab.model.program.optimize.Pass;
import org.unfoldlab.model.store.Suggestion;
import picocli.CommandLine.Option;

/** {@code --with} and {@code --without}: which of the optimiser's passes are applied, alike in every command. */
final class PassesOption {
    @Option(
            names = "--without",
            paramLabel = "PASS",
            split = ",",
            description = {
                "Leave out a way to compute faster, to compare; 'all' leaves out every one.",
                "equal-work, fused-relu, flat-sums, stacked-convolutions, folded-norms, convolution-sums,"
                        + " gathered-gradients, recomputed-norms, recomputed-wide-norms, winograd, in-place."
            })
    private List<String> without = List.of();

    @Option(
            names = "--with",
            paramLabel = "PASS",
            split = ",",
            description = "Apply one that is left out otherwise: stacked-convolutions, recomputed-norms.")
    private List<String> with = List.of();

    /**
     * The engine, told which passes to apply.
     *
     * @throws Failure if there is no pass of a given name
     */
    Engine applied(Engine engine) {
        Set<Pass> passes = EnumSet.noneOf(Pass.class);
        passes.addAll(Pass.usual());
        for (String word : without) {
            if (word.equals("all")) {
                passes.clear();
            } else {
                passes.remove(pass("--without", word));
            }
        }
        with.forEach(word -> passes.add(pass("--with", word)));
        return new EngineWithPasses(engine, passes);
    }

    private static Pass pass(String option, String word) {
        return Pass.named(word)
                .orElseThrow(() -> Failure.wrongUse(option + " takes no " + word + ". "
                        + Suggestion.of(word, Pass.words())
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("There is " + String.join(", ", Pass.words()) + ".")));
    }
}
