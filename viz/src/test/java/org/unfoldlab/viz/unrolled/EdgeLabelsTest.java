package org.unfoldlab.viz.unrolled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.graph.TurnEdits;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.CardShape;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.graph.EdgeShape;
import org.unfoldlab.viz.graph.GraphShape;
import org.unfoldlab.viz.graph.VentralStream;
import org.unfoldlab.viz.plot.Box;
import org.unfoldlab.viz.plot.Surface;
import org.unfoldlab.viz.theme.Look;

/** Functions beside the edges hide nothing, wherever they find a place. */
class EdgeLabelsTest {
    private static final double TEXT = Look.DEFAULT.drawingText(12);

    private static NetworkDocument preset(String name) {
        return Presets.find(name).orElseThrow().document();
    }

    private static NetworkDocument turns() {
        NetworkDocument chain = StateEdits.readOutAt(preset("4-state-frnn-adjacent"), 8);
        return TurnEdits.add(TurnEdits.add(TurnEdits.add(chain, "V1", "V1"), "V1", "V2"), "V2", "V1");
    }

    private static List<NetworkDocument> networks() {
        NetworkDocument full = preset("4-state-frnn");
        return List.of(
                full,
                StateEdits.move(full, VentralStream.places(full)),
                preset("3-state-frnn"),
                preset("2-state-frnn"),
                turns());
    }

    private static GraphShape graph(NetworkDocument document, double width, double height, double fold) {
        return StageLayout.of(DrawnNetwork.of(document), width, height, Look.DEFAULT)
                .at(fold, 0)
                .graph();
    }

    private static Box words(EdgeShape edge) {
        EdgeShape.Label label = edge.label();
        double width = label.lines().stream().mapToInt(String::length).max().orElse(0) * 0.6 * TEXT;
        double height = label.lines().size() * TEXT;
        double left = label.align() == Surface.Align.LEFT
                ? label.x()
                : label.align() == Surface.Align.RIGHT ? label.x() - width : label.x() - width / 2;
        return new Box(left, label.y() - height / 2, width, height);
    }

    private static Box letter(EdgeShape edge) {
        return new Box(edge.badgeX() - 8, edge.badgeY() - 8, 16, 16);
    }

    @ParameterizedTest
    @CsvSource({"420, 500", "680, 560", "1018, 473", "1590, 690"})
    void wordsOverlapNoCardNoLetterAndNoOtherWords(double width, double height) {
        for (NetworkDocument document : networks()) {
            for (double fold : new double[] {0, 1}) {
                GraphShape graph = graph(document, width, height, fold);
                List<EdgeShape> said = graph.edges().stream()
                        .filter(edge -> edge.label().shown())
                        .toList();
                for (EdgeShape edge : said) {
                    assertThat(others(graph, said, edge))
                            .as("%s of %s, fold %s", edge.transition().id(), document.title(), fold)
                            .noneMatch(words(edge)::overlaps);
                }
            }
        }
    }

    private static List<Box> others(GraphShape graph, List<EdgeShape> said, EdgeShape edge) {
        List<Box> all =
                new ArrayList<>(graph.cards().stream().map(CardShape::box).toList());
        graph.edges().stream().filter(other -> !other.equals(edge)).forEach(other -> all.add(letter(other)));
        said.stream().filter(other -> !other.equals(edge)).forEach(other -> all.add(words(other)));
        return all;
    }

    @Test
    void overTheBrainMostFunctionsFindAPlace() {
        NetworkDocument full = preset("4-state-frnn");
        GraphShape graph = graph(StateEdits.move(full, VentralStream.places(full)), 1018, 473, 0);
        assertThat(graph.edges()).filteredOn(edge -> edge.label().shown()).hasSizeGreaterThan(12);
    }

    @Test
    void transitionsThatTakeTurnsAreSaidInOneLineEachBesideTheirLetters() {
        GraphShape graph = graph(turns(), 1018, 473, 0);
        assertThat(graph.edges())
                .filteredOn(edge -> edge.transition().from().equals("V1")
                        && !edge.transition().to().equals("V4"))
                .hasSize(4)
                .allSatisfy(edge -> {
                    assertThat(edge.label().shown()).as(edge.transition().id()).isTrue();
                    assertThat(edge.label().lines()).hasSize(1);
                    assertThat(edge.label().y()).isEqualTo(edge.badgeY());
                });
    }
}
