package org.unfoldlab.model.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.TransitionText;
import org.unfoldlab.model.network.CheckedTransition;
import org.unfoldlab.model.network.Layer;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.Pipeline;
import org.unfoldlab.model.network.Shape;
import org.unfoldlab.model.network.WeightShape;
import org.unfoldlab.model.program.Counts;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Parameter;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.ReadoutDepths;
import org.unfoldlab.model.program.TimedStep;
import org.unfoldlab.model.program.Unrolling;

/** A network in tables of text: what it is, what it consists of, what it amounts to at its readout time. */
public final class NetworkSummary {
    private static final String NONE = "–";

    private final Unrolling unrolling;
    private final Network network;
    private final NetworkDocument document;
    private final Program program;
    private final List<String> lines = new ArrayList<>();

    private NetworkSummary(Unrolling unrolling) {
        this.unrolling = unrolling;
        network = unrolling.network();
        document = network.document();
        program = Lowering.lower(unrolling);
    }

    /** The lines of the summary, for a fixed-width face. */
    public static List<String> lines(Unrolling unrolling) {
        return List.copyOf(new NetworkSummary(unrolling).written());
    }

    private List<String> written() {
        head();
        table("At T = " + unrolling.readoutTime(), figures());
        table("States", states());
        table("Transitions", transitions());
        table("Layers", layers());
        table("Parameters by tensor", tensors());
        table("Layers deep by readout time", depths());
        return lines;
    }

    private void head() {
        lines.add(document.title().isBlank() ? "A network" : document.title());
        if (!document.description().isBlank()) {
            lines.add(document.description());
        }
        if (!document.source().isBlank()) {
            lines.add(document.source());
        }
    }

    private void table(String title, TextTable table) {
        lines.add("");
        lines.add(title);
        lines.addAll(table.lines());
    }

    private TextTable figures() {
        Counts counts = Counts.of(unrolling);
        int time = unrolling.readoutTime();
        TextTable table = new TextTable("figure", "value");
        table.add("layers deep", counts.depth().isPresent() ? counts.depth().getAsInt() : "no signal yet");
        table.add("parameters", count(counts.parameters()));
        table.add("multiply-adds per image", count(counts.multiplyAdds()));
        table.add("steps that run", unrolling.running().size());
        table.add("steps pruned", unrolling.ghosts().size());
        table.add("estimated time", 20 * time + " to " + 50 * time + " ms");
        table.add("combining", word(document.combine()));
        table.add("weights", sharing(document.sharing()));
        table.add(
                "batch norm",
                "statistics " + word(document.normalization().statistics()) + ", affine "
                        + word(document.normalization().affine()) + ", epsilon "
                        + Python.number(document.normalization().epsilon()));
        table.add(
                "stimulus",
                size(network.preNet().input()) + ", " + word(document.stimulus().timing()));
        table.add("classes", document.classes());
        return table;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String sharing(Sharing sharing) {
        if (sharing instanceof Sharing.Groups listed) {
            return listed.groups().size() + " listed groups";
        }
        return sharing instanceof Sharing.None ? "own at every step" : "shared over time";
    }

    private TextTable states() {
        TextTable table = new TextTable("state", "channels", "height", "width", "populated from t", "role");
        for (State state : network.states()) {
            int first = unrolling.reach().firstTime(state.name());
            List<String> roles = new ArrayList<>();
            if (state.equals(network.first())) {
                roles.add("receives the image");
            }
            if (state.name().equals(document.readout().state())) {
                roles.add("is read out");
            }
            table.add(
                    state.name(),
                    state.channels(),
                    state.height(),
                    state.width(),
                    first < 0 ? NONE : first,
                    String.join(", ", roles));
        }
        return table;
    }

    private TextTable transitions() {
        TextTable table = new TextTable(
                "transition", "direction", "function", "runs at t", "pruned at t", "layers", "multiply-adds a step");
        for (CheckedTransition transition : network.transitions()) {
            table.add(
                    transition.id(),
                    word(transition.direction()),
                    TransitionText.of(transition.transition()),
                    times(transition, true),
                    times(transition, false),
                    transition.pipeline().depth(),
                    count(transition.multiplyAdds()));
        }
        return table;
    }

    private String times(CheckedTransition transition, boolean running) {
        List<Integer> times = unrolling.steps().stream()
                .filter(step -> step.runs() == running && step.transition().id().equals(transition.id()))
                .map(TimedStep::time)
                .toList();
        if (times.isEmpty()) {
            return NONE;
        }
        int first = times.get(0);
        int last = times.get(times.size() - 1);
        boolean whole = last - first + 1 == times.size();
        String range = first == last ? String.valueOf(first) : first + ".." + last;
        return whole ? range : times.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private TextTable layers() {
        TextTable table = new TextTable("of", "layer", "from", "to", "weights");
        add(table, "pre-net", network.preNet());
        for (CheckedTransition transition : network.transitions()) {
            add(table, transition.id(), transition.pipeline());
            shortcut(table, transition);
        }
        Shape read = Network.shapeOf(network.state(document.readout().state()));
        table.add("post-net", "batch norm", size(read), size(read), "");
        table.add("", "ReLU", size(read), size(read), "");
        table.add("", "global average", size(read), String.valueOf(read.channels()), "");
        table.add(
                "",
                "fully connected",
                read.channels(),
                document.classes(),
                document.classes() + "×" + read.channels() + " + " + document.classes());
        return table;
    }

    private static void add(TextTable table, String owner, Pipeline pipeline) {
        Map<String, WeightShape> weights =
                WeightShape.of(pipeline).stream().collect(Collectors.toMap(WeightShape::name, weight -> weight));
        String of = owner;
        for (Layer layer : pipeline.layers()) {
            WeightShape weight = weights.get("conv" + number(layer));
            table.add(
                    of,
                    words(layer),
                    size(layer.input()),
                    size(layer.output()),
                    weight == null ? "" : size(weight.shape()));
            of = "";
        }
    }

    private static int number(Layer layer) {
        return layer instanceof Layer.Convolution c
                ? c.index()
                : layer instanceof Layer.Deconvolution d ? d.index() : 0;
    }

    private static String words(Layer layer) {
        if (layer instanceof Layer.Convolution c) {
            return "convolution " + c.kernel() + "×" + c.kernel() + (c.stride() > 1 ? ", stride " + c.stride() : "");
        }
        if (layer instanceof Layer.Deconvolution d) {
            return "deconvolution " + d.kernel() + "×" + d.kernel()
                    + (d.upsampling() > 1 ? ", upsampling " + d.upsampling() : "");
        }
        if (layer instanceof Layer.Pool pool) {
            return word(pool.kind()) + " pool " + pool.factor();
        }
        return layer instanceof Layer.BatchNorm ? "batch norm" : "ReLU";
    }

    private static void shortcut(TextTable table, CheckedTransition transition) {
        String weights = WeightShape.of(transition).stream()
                .filter(weight -> !weight.name().startsWith("conv"))
                .map(weight -> size(weight.shape()))
                .collect(Collectors.joining(" + "));
        switch (transition.shortcut()) {
            case NONE -> {}
            case IDENTITY, PROJECTION, PADDING, HIGHWAY ->
                table.add(
                        "",
                        word(transition.shortcut()) + " shortcut",
                        size(transition.input()),
                        size(transition.output()),
                        weights);
        }
    }

    private TextTable tensors() {
        TextTable table = new TextTable("tensor", "shape", "values");
        for (Parameter tensor : program.parameters().values()) {
            table.add(tensor.key(), size(tensor.shape()), count(tensor.size()));
        }
        table.add("in all", "", count(program.parameterCount()));
        return table;
    }

    private TextTable depths() {
        TextTable table = new TextTable("T", "layers");
        new TreeMap<>(depthsByTime()).forEach((time, depth) -> table.add(time, depth));
        return table;
    }

    private Map<Integer, String> depthsByTime() {
        Map<Integer, String> byTime = new TreeMap<>();
        List<OptionalInt> depths = ReadoutDepths.upTo(network, unrolling.readoutTime());
        for (int t = 1; t < depths.size(); t++) {
            byTime.put(
                    t, depths.get(t).isPresent() ? String.valueOf(depths.get(t).getAsInt()) : NONE);
        }
        return byTime;
    }

    private static String size(Shape shape) {
        return shape.channels() + "×" + shape.height() + "×" + shape.width();
    }

    private static String size(List<Integer> shape) {
        return shape.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
