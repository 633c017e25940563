package org.unfoldlab.viz.unrolled;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Timing;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.program.TimedStep;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.viz.graph.BoardFit;
import org.unfoldlab.viz.graph.Curve;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.GraphPlacement;
import org.unfoldlab.viz.graph.GraphShape;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.theme.Look;

/*
 * Everything has two poses, folded and unfolded, known once per document and size; a frame is their mixture at one f.
 * So a frame costs little, and the same code gives the screen, a test and an exported picture.
 */
/** Places the graph, the unrolled network and the ledger of one document on a stage of one size. Knows no JavaFX. */
public final class StageLayout {
    private static final double SLIDE = 24;

    private final DrawnNetwork network;
    private final NetworkDocument document;
    private final StageMetrics metrics;
    private final Map<String, Integer> rows = new HashMap<>();
    private final GraphPlacement placement;
    private final List<StateAt> copies = new ArrayList<>();
    private final Set<StateAt> used = new HashSet<>();

    private StageLayout(DrawnNetwork network, StageMetrics metrics, GraphPlacement placement) {
        this.network = network;
        this.metrics = metrics;
        this.placement = placement;
        document = network.document();
        for (State state : document.states()) {
            rows.putIfAbsent(state.name(), rows.size());
        }
        network.unrolling().ifPresent(this::collectCopies);
    }

    /** Places a network on a stage of that size in px, the free graph fitted to the board. */
    public static StageLayout of(DrawnNetwork network, double width, double height, Look look) {
        return of(network, width, height, look, 1, Optional.empty(), List.of());
    }

    /**
     * Places a network on a stage of that size in px.
     *
     * @param zoom how far apart the columns stand, in their usual distance
     * @param view how the free graph is zoomed and panned; absent to fit it
     * @param alsoSeen places that fitting shows besides the states
     */
    static StageLayout of(
            DrawnNetwork network,
            double width,
            double height,
            Look look,
            double zoom,
            Optional<BoardFit> view,
            Collection<Layout.Position> alsoSeen) {
        int rows = Math.max(1, network.document().states().size());
        StageMetrics metrics = new StageMetrics(width, height, rows, network.readoutTime(), look, zoom);
        Map<String, Box> lanes = new HashMap<>();
        List<State> states = network.document().states();
        for (int row = 0; row < states.size(); row++) {
            lanes.putIfAbsent(states.get(row).name(), cardInLane(metrics, row));
        }
        Box board = new Box(0, metrics.top() * 0.8, width, height - metrics.top() * 0.8 - 6);
        Collection<Layout.Position> places =
                new ArrayList<>(GraphPlacement.positions(network.document()).values());
        places.addAll(alsoSeen);
        BoardFit fit = view.orElseGet(() -> BoardFit.of(places, lanes, board));
        double text = metrics.showsFunctions() ? look.drawingText(12) : 0;
        GraphPlacement placement = new GraphPlacement(network.document(), lanes, board, fit, metrics.head(), text);
        return new StageLayout(network, metrics, placement);
    }

    private static Box cardInLane(StageMetrics m, int row) {
        return new Box(m.cardLeft(), m.laneY(row) - m.cardHeight() / 2, m.cardWidth(), m.cardHeight());
    }

    GraphPlacement placement() {
        return placement;
    }

    StageMetrics metrics() {
        return metrics;
    }

    /** Where lanes and ledger columns may be drawn: right of the head, as soon as they can be scrolled under it. */
    Box lanesClip(double f) {
        double left = scrollRange() > 0 && f >= 1 ? metrics.imageX() + metrics.imageSize() + 4 : 0;
        return new Box(left, 0, metrics.width() - left, metrics.height());
    }

    /** How far the lanes can be scrolled to the left, in px; 0 when everything fits. */
    public double scrollRange() {
        return metrics.scrollRange();
    }

    /** The stage at f, scrolled by that many px. */
    public StageFrame at(double f, double scroll) {
        return at(f, scroll, NewColumns.NONE);
    }

    /** The stage at f while new columns are on their way. */
    StageFrame at(double f, double scroll, NewColumns columns) {
        Fold fold = new Fold(Math.max(0, Math.min(1, f)), columns);
        GraphShape graph = placement.at(fold.glided());
        return new StageFrame(
                fold.f(),
                placement.board(),
                graph,
                lanes(fold, scroll),
                steps(fold, graph, scroll),
                boxes(fold, graph, scroll),
                preNet(fold, scroll),
                readout(fold, scroll),
                LedgerLayout.of(network, metrics, fold.told(), scroll));
    }

    private void collectCopies(Unrolling unrolling) {
        for (int t = 0; t < unrolling.readoutTime(); t++) {
            for (State state : document.states()) {
                if (unrolling.reach().holds(state.name(), t)) {
                    copies.add(new StateAt(state.name(), t));
                }
            }
        }
        for (TimedStep step : unrolling.running()) {
            used.add(step.input());
            used.add(step.output());
        }
        unrolling.readouts().forEach(readout -> used.add(unrolling.readoutSource(readout)));
    }

    private List<StageFrame.Lane> lanes(Fold fold, double scroll) {
        List<StageFrame.Lane> lanes = new ArrayList<>();
        if (network.unrolling().isPresent()) {
            for (State state : document.states()) {
                int first = network.unrolling().get().reach().firstTime(state.name());
                double end = first < 0 ? metrics.columnX(metrics.readoutTime()) : metrics.columnX(first);
                lanes.add(new StageFrame.Lane(
                        metrics.firstColumn() - scroll, end - scroll, laneY(state.name()), fold.surrounded()));
            }
        }
        return lanes;
    }

    private double column(int time, Fold fold) {
        return fold.columns().x(metrics, time);
    }

    private double laneY(String state) {
        return metrics.laneY(row(state));
    }

    private int row(String state) {
        return rows.getOrDefault(state, 0);
    }

    private List<BoxShape> boxes(Fold fold, GraphShape graph, double scroll) {
        List<BoxShape> boxes = new ArrayList<>();
        if (fold.f() > 0.10) {
            for (StateAt copy : copies) {
                State state = document.state(copy.state()).orElseThrow();
                boxes.add(
                        used.contains(copy)
                                ? leaving(copy, state, fold, graph, scroll)
                                : ghost(copy, state, fold, scroll));
            }
        }
        return boxes;
    }

    private BoxShape leaving(StateAt copy, State state, Fold fold, GraphShape graph, double scroll) {
        Box card = graph.card(copy.state()).orElseThrow().box();
        double x = mix(card.centerX(), column(copy.time(), fold) - scroll, fold.left());
        double y = mix(card.centerY(), laneY(copy.state()), fold.left());
        double width = mix(card.width(), metrics.boxWidth(), fold.shrunk());
        double height = mix(card.height(), metrics.boxHeight(), fold.shrunk());
        Box box = new Box(x - width / 2, y - height / 2, width, height);
        return new BoxShape(copy, state, box, false, 1 - fold.shrunk(), 1);
    }

    private BoxShape ghost(StateAt copy, State state, Fold fold, double scroll) {
        double x = column(copy.time(), fold) - scroll - metrics.boxWidth() / 2;
        double y = laneY(copy.state()) - metrics.boxHeight() / 2;
        Box box = new Box(x, y, metrics.boxWidth(), metrics.boxHeight());
        return new BoxShape(copy, state, box, true, 0, fold.surrounded());
    }

    private List<StepShape> steps(Fold fold, GraphShape graph, double scroll) {
        if (network.unrolling().isEmpty() || fold.split() == 0) {
            return List.of();
        }
        return network.unrolling().get().steps().stream()
                .sorted(Comparator.comparing(TimedStep::runs))
                .filter(step -> step.runs() || fold.surrounded() > 0)
                .map(step -> step(step, fold, graph, scroll))
                .toList();
    }

    private StepShape step(TimedStep step, Fold fold, GraphShape graph, double scroll) {
        int span = row(step.output().state()) - row(step.input().state());
        Curve end = unfolded(step, span, fold).moved(-scroll, 0);
        Curve curve = end;
        if (step.runs() && fold.curved() < 1) {
            Curve straight = Curve.line(
                    centreX(step.input(), fold, graph, scroll),
                    centreY(step.input(), fold, graph),
                    centreX(step.output(), fold, graph, scroll),
                    centreY(step.output(), fold, graph));
            curve = straight.towards(end, fold.curved());
        }
        double opacity = step.runs() ? fold.split() : fold.surrounded();
        double badge = span == 0 ? 0.46 : Math.abs(span) == 1 ? 0.39 : 0.5;
        return new StepShape(
                step, curve, span, network.groups().of(step.step()), badge, opacity, step.runs() ? fold.headed() : 0);
    }

    private double centreX(StateAt copy, Fold fold, GraphShape graph, double scroll) {
        double card = graph.card(copy.state()).orElseThrow().box().centerX();
        return mix(card, column(copy.time(), fold) - scroll, fold.left());
    }

    private double centreY(StateAt copy, Fold fold, GraphShape graph) {
        return mix(graph.card(copy.state()).orElseThrow().box().centerY(), laneY(copy.state()), fold.left());
    }

    /** From the right edge of one box to the left edge of the next column's, upward steps above downward ones. */
    private Curve unfolded(TimedStep step, int span, Fold fold) {
        double port = metrics.dots() ? 0 : Integer.signum(span) * 0.22 * metrics.boxHeight();
        double x1 = column(step.time() - 1, fold) + metrics.boxWidth() / 2;
        double x2 = column(step.time(), fold) - metrics.boxWidth() / 2;
        double y1 = laneY(step.input().state()) - port;
        double y2 = laneY(step.output().state()) + port;
        if (span == 0 || metrics.dots()) {
            return Curve.line(x1, y1, x2, y2);
        }
        double reach = (x2 - x1) * 0.62;
        return Curve.cubic(x1, y1, x1 + reach, y1, x2 - reach, y2, x2, y2);
    }

    private Optional<StageFrame.PreNetShape> preNet(Fold fold, double scroll) {
        if (fold.surrounded() == 0 || copies.isEmpty()) {
            return Optional.empty();
        }
        double y = metrics.laneY(0);
        double shift = (1 - fold.surrounded()) * -SLIDE;
        double size = metrics.imageSize();
        Box image = new Box(metrics.imageX() + shift, y - size / 2, size, size);
        double end = metrics.columnX(0) - scroll - metrics.boxWidth() / 2;
        return Optional.of(new StageFrame.PreNetShape(
                image,
                image.right() + 4,
                end,
                y,
                !used.contains(copies.get(0)),
                arrivals(fold, scroll),
                fold.surrounded()));
    }

    private List<StageFrame.PreNetShape.Arrival> arrivals(Fold fold, double scroll) {
        if (document.stimulus().timing() == Timing.ONSET) {
            return List.of();
        }
        String first = document.states().get(0).name();
        double below = metrics.laneY(0) + metrics.boxHeight() / 2;
        double from = below + Math.min(18, metrics.rowPitch() * 0.2);
        return copies.stream()
                .filter(copy -> copy.state().equals(first) && copy.time() > 0)
                .map(copy -> new StageFrame.PreNetShape.Arrival(
                        column(copy.time(), fold) - scroll, from, below, !used.contains(copy)))
                .toList();
    }

    private Optional<StageFrame.ReadoutShape> readout(Fold fold, double scroll) {
        if (fold.surrounded() == 0 || network.unrolling().isEmpty()) {
            return Optional.empty();
        }
        double scale = metrics.look().scale();
        double x = metrics.columnX(metrics.readoutTime()) - scroll + (1 - fold.surrounded()) * SLIDE;
        double lane = laneY(document.readout().state());
        double flagY = Math.max(4, metrics.laneY(metrics.rows() - 1) - metrics.rowPitch() / 2 - 17 * scale);
        Box flag = new Box(x - 34 * scale, flagY, 68 * scale, 26 * scale);
        double from = metrics.columnX(metrics.readoutTime() - 1) - scroll + metrics.boxWidth() / 2;
        return Optional.of(new StageFrame.ReadoutShape(
                x,
                flag,
                metrics.ledgerBottom(),
                new Box(x - 4, lane - 12, 8, 24),
                from,
                !network.unrolling().get().readouts().isEmpty(),
                fold.surrounded()));
    }

    static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
