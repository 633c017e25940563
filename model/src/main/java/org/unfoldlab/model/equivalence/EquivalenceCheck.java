package org.unfoldlab.model.equivalence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.InitialParameters;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.engine.folded.FoldedEngine;
import org.unfoldlab.model.engine.unfolded.Tying;
import org.unfoldlab.model.engine.unfolded.UnfoldedEngine;
import org.unfoldlab.model.engine.unfolded.UnfoldedExecutable;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.NetworkDocumentBuilder;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.network.Shape;
import org.unfoldlab.model.program.Counts;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.model.result.HostArray;

/*
 * Both networks get the same images and equal weights and take the same training steps at the same pace. At every step
 * all states are compared before the weights move, so that a difference can be followed over t and over training. The
 * first step also gives logits, loss and gradients; after the last, weights and running statistics are compared and
 * the states once more.
 */
/** Runs a network folded and unfolded side by side and says how far the two lie apart. */
public final class EquivalenceCheck {
    private final EquivalenceSettings settings;
    private final Consumer<Finding> findings;
    private final Together together;
    private final Unrolling unrolling;
    private final Program program;
    private final List<Engine> others;
    private final HostArray images;
    private final int[] labels;

    private EquivalenceCheck(
            Network network,
            EquivalenceSettings settings,
            List<Engine> others,
            Executor executor,
            Consumer<Finding> findings)
            throws EngineException {
        this.settings = settings;
        this.others = List.copyOf(others);
        this.findings = findings;
        together = new Together(executor);
        unrolling = Unroller.unroll(network);
        requireSense();
        program = Lowering.lower(unrolling);
        Random random = new Random(settings.seed());
        images = images(random);
        labels = random.ints(settings.batch(), 0, network.document().classes()).toArray();
    }

    /**
     * Checks a network at its own readout time. The calling thread compares and tells; the two networks run on the
     * executor, side by side if it has two threads. Interrupting the calling thread ends the check.
     *
     * @param others further engines to hold against the folded network
     * @param findings told on the calling thread, as things are found
     * @throws EngineException when there is no signal at T, a named step does not run, or an engine cannot do it
     */
    public static EquivalenceReport run(
            Network network,
            EquivalenceSettings settings,
            List<Engine> others,
            Executor executor,
            Consumer<Finding> findings)
            throws EngineException, InterruptedException {
        EquivalenceReport report = new EquivalenceCheck(network, settings, others, executor, findings).report();
        findings.accept(new Finding.Finished(report));
        return report;
    }

    private void requireSense() throws EngineException {
        if (unrolling.readouts().isEmpty()) {
            throw new EngineException("No signal yet at T = " + unrolling.readoutTime()
                    + ": the readout state is empty, so there is nothing to compare. Read out later.");
        }
        List<String> problems = settings.alteration().problems(unrolling);
        if (!problems.isEmpty()) {
            throw new EngineException(problems.get(0));
        }
    }

    private HostArray images(Random random) throws EngineException {
        Shape shape = unrolling.network().preNet().input();
        if ((long) settings.batch() * shape.size() > Integer.MAX_VALUE) {
            throw new EngineException(
                    settings.batch() + " images of " + shape + " are more than one array holds. Compare fewer images.");
        }
        double[] pixels = random.doubles(settings.batch() * shape.size()).toArray();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 2 * pixels[i] - 1;
        }
        return HostArray.ofDoubles(
                new int[] {settings.batch(), shape.channels(), shape.height(), shape.width()}, pixels);
    }

    private EquivalenceReport report() throws EngineException, InterruptedException {
        long start = System.nanoTime();
        List<Side> sides = new ArrayList<>();
        try {
            sides.add(side(new FoldedEngine().prepare(program, plan()), program));
            UnfoldedExecutable unfolded = unfolded();
            sides.add(side(unfolded, unfolded.program()));
            for (Engine other : others) {
                sides.add(side(other.prepare(program, plan()), program));
            }
            Copies copies = new Copies(unfolded, program, settings.alteration().unsummed());
            settings.alteration().push().ifPresent(copies::push);
            int layers = Counts.of(unrolling).depth().orElse(0);
            findings.accept(new Finding.Built(copies.count(), layers));
            return compared(sides, copies, layers, start);
        } finally {
            sides.forEach(Side::close);
        }
    }

    private Plan plan() {
        return new Plan(Mode.TRAIN, settings.batch(), settings.precision(), true, 1);
    }

    private Side side(org.unfoldlab.model.engine.Executable executable, Program ran) {
        return new Side(executable, InitialParameters.of(ran, settings.seed()), images, labels);
    }

    private UnfoldedExecutable unfolded() throws EngineException {
        Alteration alteration = settings.alteration();
        Program altered = Lowering.lower(Unroller.unroll(altered(unrolling.network(), alteration)));
        return new UnfoldedEngine().prepare(altered, plan(), new Tying(alteration.untied(), alteration.unsummed()));
    }

    private static Network altered(Network network, Alteration alteration) {
        NetworkDocument document = network.document();
        NetworkDocumentBuilder edit = document.edit();
        if (alteration.timeVariant()) {
            edit.sharing(new Sharing.None());
        }
        if (alteration.sharedStatistics()) {
            Normalization rules = document.normalization();
            edit.normalization(new Normalization(Normalization.Statistics.SHARED, rules.affine(), rules.epsilon()));
        }
        if (NetworkChecker.check(edit.build()) instanceof Checked.Valid valid) {
            return valid.network();
        }
        throw new IllegalStateException("own weights or shared statistics never make a valid network invalid");
    }

    private EquivalenceReport compared(List<Side> sides, Copies copies, int layers, long start)
            throws EngineException, InterruptedException {
        List<Comparing> comparing = new ArrayList<>(List.of(new Comparing("unfolded")));
        others.forEach(other -> comparing.add(new Comparing(other.name())));
        boolean trains = settings.trainingSteps() > 0;
        List<Side.Run> first = together.all(sides, trains ? Side::train : Side::look);
        Map<StateAt, StatePicture> pictures = atTheStart(first, comparing);
        List<CopyGradients> gradients = gradients(sides, copies, comparing);
        for (int step = 1; step <= settings.trainingSteps(); step++) {
            train(sides, comparing, step);
        }
        atTheEnd(sides, copies, comparing);
        List<Comparison> done = comparing.stream().map(Comparing::done).toList();
        return new EquivalenceReport(
                unrolling.network().document().title(),
                unrolling.readoutTime(),
                layers,
                settings,
                done.get(0),
                gradients,
                pictures,
                range(first.get(0), first.get(1)),
                done.subList(1, done.size()),
                engines(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private Map<StateAt, StatePicture> atTheStart(List<Side.Run> first, List<Comparing> comparing) {
        Side.Run folded = first.get(0);
        Side.Run unfolded = first.get(1);
        for (int i = 0; i < comparing.size(); i++) {
            comparing.get(i).states(folded.states(), first.get(i + 1).states());
            comparing.get(i).answer(folded, first.get(i + 1));
        }
        Map<StateAt, StatePicture> pictures = pictures(folded.states(), unfolded.states());
        comparing.get(0).latestStates().forEach((at, difference) -> {
            StatePicture picture = pictures.get(at);
            if (picture != null) {
                findings.accept(new Finding.StateFound(at, difference, picture));
            }
        });
        findings.accept(new Finding.AnswerFound(
                comparing.get(0).logits(), comparing.get(0).loss()));
        return pictures;
    }

    private static Map<StateAt, StatePicture> pictures(
            Map<StateAt, HostArray> folded, Map<StateAt, HostArray> unfolded) {
        Map<StateAt, StatePicture> pictures = new LinkedHashMap<>();
        folded.forEach((at, value) -> {
            HostArray other = unfolded.get(at);
            if (other != null) {
                pictures.put(at, StatePicture.of(value, other));
            }
        });
        return pictures;
    }

    private List<CopyGradients> gradients(List<Side> sides, Copies copies, List<Comparing> comparing) {
        Map<String, HostArray> folded = sides.get(0).gradients();
        Map<String, CopyGradients> byKey = copies.gradients(folded);
        Map<String, Difference> differences = new LinkedHashMap<>();
        byKey.forEach((key, found) -> {
            differences.put(key, found.difference());
            findings.accept(new Finding.GradientFound(found));
        });
        comparing.get(0).gradients(differences);
        for (int i = 1; i < comparing.size(); i++) {
            comparing.get(i).gradients(Comparing.byKey(folded, sides.get(i + 1).gradients()));
        }
        return List.copyOf(byKey.values());
    }

    /** Compares the states after so many training steps, and takes the next one unless it was the last. */
    private void train(List<Side> sides, List<Comparing> comparing, int step)
            throws EngineException, InterruptedException {
        boolean last = step == settings.trainingSteps();
        List<Map<StateAt, HostArray>> states =
                together.all(sides, side -> last ? side.states() : side.train().states());
        for (int i = 0; i < comparing.size(); i++) {
            Map<StateAt, Difference> found = comparing.get(i).states(states.get(0), states.get(i + 1));
            if (i == 0) {
                findings.accept(new Finding.Trained(step, found, pictures(states.get(0), states.get(1))));
            }
        }
    }

    private void atTheEnd(List<Side> sides, Copies copies, List<Comparing> comparing) {
        Map<String, HostArray> folded = sides.get(0).weights();
        comparing.get(0).weights(copies.weights(folded));
        for (int i = 0; i < comparing.size(); i++) {
            Side other = sides.get(i + 1);
            if (i > 0) {
                comparing.get(i).weights(Comparing.byKey(folded, other.weights()));
            }
            comparing.get(i).statistics(sides.get(0).statistics(), other.statistics());
        }
    }

    private static double[] range(Side.Run folded, Side.Run unfolded) {
        double[] a = folded.logits().asDoubles();
        double[] b = unfolded.logits().asDoubles();
        return new double[] {
            java.util.Arrays.stream(a).min().orElse(0),
            java.util.Arrays.stream(a).max().orElse(0),
            java.util.Arrays.stream(b).min().orElse(0),
            java.util.Arrays.stream(b).max().orElse(0)
        };
    }

    private List<String> engines() {
        List<Engine> all = new ArrayList<>(List.of(new FoldedEngine(), new UnfoldedEngine()));
        all.addAll(others);
        return all.stream()
                .map(engine ->
                        engine.name() + ": " + engine.diagnose().details().get(0))
                .toList();
    }
}
