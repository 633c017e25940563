package org.unfoldlab.model.export;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.unfoldlab.model.graph.Activation;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.Timing;
import org.unfoldlab.model.network.CheckedTransition;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.Shape;
import org.unfoldlab.model.program.Counts;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Node;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Parameter;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.TimedStep;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.model.program.WeightNames;

/**
 * Writes an unrolled network as a PyTorch script that runs by itself: the same functions, shortcuts, windows, sharing
 * and batch norm, weights under the keys of SPEC §3.
 */
public final class PyTorchScript {
    private static final String TEMPLATE = "network.py.template";
    private static final Pattern PLACE = Pattern.compile("\\{\\{([A-Z_]+)\\}\\}");

    private final Unrolling unrolling;
    private final NetworkDocument document;
    private final Network network;
    private final Program program;
    private final Map<String, String> functions = new LinkedHashMap<>();

    private PyTorchScript(Unrolling unrolling) {
        this.unrolling = unrolling;
        network = unrolling.network();
        document = network.document();
        program = Lowering.lower(unrolling);
        used().forEach(transition -> functions.put(transition.id(), freeName(transition.id())));
    }

    /**
     * The script; absent where it would have no answer to compute, since the readout has no signal at this T.
     *
     * @param version of Unfold, for the script's head
     */
    public static Optional<String> of(Unrolling unrolling, String version) {
        return unrolling.readouts().isEmpty()
                ? Optional.empty()
                : Optional.of(new PyTorchScript(unrolling).written(version));
    }

    private String written(String version) {
        Map<String, String> parts = new LinkedHashMap<>(settings());
        parts.put("VERSION", version);
        parts.put("DOC", head());
        parts.put("SHAPES", shapes());
        parts.put("DECONVOLUTIONS", deconvolutions());
        parts.put("NORMS", norms());
        parts.put("STEPS", steps());
        parts.put("FUNCTIONS", used().stream().map(this::function).collect(Collectors.joining()));
        parts.put("FUNCTION_TABLE", functionTable());
        parts.put(
                "PRENET",
                Python.docstring("Pre-net " + document.preNet() + ", "
                        + sizes(network.preNet().input(), network.preNet().output()) + "."));
        parts.put("PRENET_BODY", String.join("\n", PyTorchLayers.lines(network.preNet(), "pre")));
        Matcher places = PLACE.matcher(template());
        return places.replaceAll(place -> {
            String part = parts.get(place.group(1));
            if (part == null) {
                throw new IllegalStateException("the template asks for " + place.group());
            }
            return Matcher.quoteReplacement(part);
        });
    }

    private String head() {
        Counts counts = Counts.of(unrolling);
        String depth = counts.depth().isPresent() ? counts.depth().getAsInt() + " layers deep" : "no answer";
        String title = document.title().isBlank() ? "A network" : document.title();
        return Python.docstring(String.format(
                Locale.ROOT,
                "%s, read out at T = %d: %s, %,d parameters.",
                title,
                unrolling.readoutTime(),
                depth,
                counts.parameters()));
    }

    private Map<String, String> settings() {
        Normalization norm = document.normalization();
        Map<String, String> settings = new LinkedHashMap<>();
        Shape stimulus = network.preNet().input();
        settings.put("T", String.valueOf(unrolling.readoutTime()));
        settings.put("CLASSES", String.valueOf(document.classes()));
        settings.put("STIMULUS", Python.tuple(List.of(stimulus.channels(), stimulus.height(), stimulus.width())));
        settings.put("SUSTAINED", Python.bool(document.stimulus().timing() == Timing.SUSTAINED));
        settings.put("COMBINE", Python.string(document.combine().name().toLowerCase(Locale.ROOT)));
        settings.put("READOUT", Python.string(document.readout().state()));
        settings.put("FIRST", Python.string(network.first().name()));
        settings.put("EPSILON", Python.number(norm.epsilon()));
        settings.put("PER_TIME", Python.bool(norm.statistics() == Normalization.Statistics.PER_TIME));
        settings.put(
                "AFFINE",
                Python.string(norm.affine().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        settings.put("RECTIFIED", Python.set(names(state -> state.activation() == Activation.RELU)));
        return settings;
    }

    private List<String> names(Predicate<State> which) {
        return network.states().stream().filter(which).map(State::name).toList();
    }

    private String shapes() {
        return program.parameters().values().stream()
                .map(tensor -> "    " + Python.string(tensor.key()) + ": " + Python.tuple(tensor.shape()) + ",")
                .collect(Collectors.joining("\n"));
    }

    private String deconvolutions() {
        return Python.set(program.parameters().values().stream()
                .filter(tensor -> tensor.kind() == Parameter.Kind.DECONVOLUTION)
                .map(Parameter::key)
                .toList());
    }

    private String norms() {
        return program.nodes().stream()
                .map(Node::operation)
                .filter(Operation.BatchNorm.class::isInstance)
                .flatMap(norm -> ((Operation.BatchNorm) norm).positions().stream())
                .map(position -> "    " + Python.string(program.statisticsKey(position)) + ",")
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private String steps() {
        Map<Integer, List<TimedStep>> byTime = unrolling.running().stream()
                .collect(Collectors.groupingBy(TimedStep::time, LinkedHashMap::new, Collectors.toList()));
        WeightNames names = new WeightNames(document);
        return byTime.entrySet().stream()
                .map(at -> "    " + at.getKey() + ": [\n"
                        + at.getValue().stream().map(step -> step(step, names)).collect(Collectors.joining())
                        + "    ],")
                .collect(Collectors.joining("\n"));
    }

    private static String step(TimedStep timed, WeightNames names) {
        Step step = timed.step();
        CheckedTransition transition = timed.transition();
        // Python fills the name in with %, so that a % of the id must be doubled.
        String owner = names.key(step, "\0").replace("%", "%%").replace("\0", "%s");
        return "        ("
                + String.join(
                        ", ",
                        Python.string(transition.id()),
                        Python.string(transition.source().name()),
                        Python.string(transition.target().name()),
                        Python.string(owner))
                + "),\n";
    }

    /** Transitions with a step that runs, in the network's order. */
    private List<CheckedTransition> used() {
        Set<String> ids = unrolling.running().stream()
                .map(step -> step.transition().id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return network.transitions().stream().filter(t -> ids.contains(t.id())).toList();
    }

    private String function(CheckedTransition transition) {
        String about = transition.id() + ": " + transition.transition().function() + shortcutWords(transition) + ", "
                + sizes(transition.input(), transition.output()) + ".";
        return "def " + functions.get(transition.id()) + "(net, x, t, w):\n"
                + "    \"\"\"" + Python.docstring(about) + "\"\"\"\n"
                + "    y = x\n"
                + String.join("\n", PyTorchLayers.lines(transition.pipeline(), transition.id()))
                + "\n"
                + "    return " + PyTorchLayers.withShortcut(transition) + "\n\n\n";
    }

    private static String shortcutWords(CheckedTransition transition) {
        return switch (transition.shortcut()) {
            case NONE -> "";
            case IDENTITY, PROJECTION, PADDING, HIGHWAY ->
                " with " + transition.shortcut().name().toLowerCase(Locale.ROOT) + " shortcut";
        };
    }

    private static String sizes(Shape from, Shape to) {
        return size(from) + " to " + size(to);
    }

    private static String size(Shape shape) {
        return shape.channels() + " x " + shape.height() + " x " + shape.width();
    }

    private String functionTable() {
        return functions.entrySet().stream()
                .map(entry -> "    " + Python.string(entry.getKey()) + ": " + entry.getValue() + ",")
                .collect(Collectors.joining("\n"));
    }

    private String freeName(String id) {
        String name = "step_" + Python.identifier(id);
        String free = name;
        for (int number = 2; functions.containsValue(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    private static String template() {
        try (InputStream in = PyTorchScript.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new FileNotFoundException("the program's own file " + TEMPLATE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
