package org.unfoldlab.viz.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.unfoldlab.model.graph.Activation;
import org.unfoldlab.model.graph.EditHistory;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.SharingEdits;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.Theme;

/** Every field of a network edits the document, and what it becomes follows at once. */
@ExtendWith(ApplicationExtension.class)
class InspectorTest {
    private EditHistory history =
            EditHistory.startingAt(Presets.find("2-state-frnn").orElseThrow().document());

    @SuppressWarnings("NullAway.Init") // set in start
    private SelectionInspector chosen;

    @SuppressWarnings("NullAway.Init") // set in start
    private NetworkInspector network;

    @Start
    void start(Stage window) {
        chosen = new SelectionInspector(DrawnNetwork.of(document()));
        network = new NetworkInspector(this::edit);
        network.show(DrawnNetwork.of(document()));
        chosen.setOnEdit(this::edit);
        Scene scene = new Scene(new ScrollPane(new VBox(chosen, network)), 330, 1000);
        Theme.apply(scene, Look.DEFAULT);
        window.setScene(scene);
        window.show();
    }

    private NetworkDocument document() {
        return history.document();
    }

    private void edit(ProposedEdit proposed) {
        history = history.with(proposed.on(document()));
        DrawnNetwork drawn = DrawnNetwork.of(document());
        chosen.networkProperty().set(drawn);
        network.show(drawn);
    }

    private void choose(FxRobot robot, Item item) {
        robot.interact(() -> chosen.selectionProperty().set(Selection.of(item)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static TextField field(Node within, String name) {
        return within.lookupAll(".text-field").stream()
                .filter(node -> name.equals(node.getAccessibleText()))
                .map(TextField.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void type(FxRobot robot, Node within, String name, String text) {
        TextField field = field(within, name);
        robot.interact(() -> {
            field.requestFocus();
            field.selectAll();
        });
        robot.write(text).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The figure at the right of a name. */
    private static String figure(Node within, String name) {
        return within.lookupAll(".label").stream()
                .map(Label.class::cast)
                .filter(label -> name.equals(label.getText()) && label.getLabelFor() instanceof Label)
                .map(label -> ((Label) label.getLabelFor()).getText())
                .findFirst()
                .orElseThrow();
    }

    private Transition transition(String id) {
        return document().transition(id).orElseThrow();
    }

    private State v2() {
        return document().state("V2").orElseThrow();
    }

    @Test
    void aTransitionsFieldsEditItAndItsFiguresFollow(FxRobot robot) {
        choose(robot, new Item.OfTransition("V2-V1"));
        assertThat(figure(chosen, "Layers")).isEqualTo("32 → 24 → 16");
        assertThat(figure(chosen, "Output")).isEqualTo("16 × 32 × 32");
        assertThat(figure(chosen, "Parameters")).isEqualTo("10,368");
        type(robot, chosen, "Function", "BRDx3");
        assertThat(transition("V2-V1").function()).isEqualTo("BRDx3");
        assertThat(figure(chosen, "Layers")).isEqualTo("32 → 24 → 24 → 16");
        assertThat(figure(chosen, "Parameters")).isEqualTo("15,552");
        type(robot, chosen, "Window", "3..T-2");
        assertThat(transition("V2-V1").window()).isEqualTo("3..T-2");
        assertThat(figure(chosen, "Used at t")).isEqualTo("3");
        choice(robot, chosen, Shortcut.PROJECTION);
        assertThat(transition("V2-V1").shortcut()).isEqualTo(Shortcut.PROJECTION);
    }

    @SuppressWarnings("unchecked") // the box that offers the value holds such values
    private static <T> void choice(FxRobot robot, Node within, T value) {
        robot.interact(() -> within.lookupAll(".choice-box").stream()
                .map(ChoiceBox.class::cast)
                .filter(box -> box.getItems().contains(value))
                .findFirst()
                .orElseThrow()
                .setValue(value));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aFunctionThatCannotRunHasNoFiguresAndItsProblemStandsUnderIt(FxRobot robot) {
        choose(robot, new Item.OfTransition("V2-V1"));
        type(robot, chosen, "Function", "BRQ");
        assertThat(figure(chosen, "Layers")).isEqualTo(InspectorParts.UNKNOWN);
        assertThat(chosen.lookupAll(".error-text").stream()
                        .map(Label.class::cast)
                        .map(Label::getText))
                .anyMatch(text -> text.contains("Q"));
    }

    @Test
    void anIdIsGivenAndWhatIsTiedStaysTied(FxRobot robot) {
        Step tied = new Step("V1-V1", 1);
        robot.interact(() -> edit(ProposedEdit.once(
                "Tie", document -> SharingEdits.tie(document, List.of(tied, new Step("V1-V1", 2)), 7))));
        choose(robot, new Item.OfTransition("V1-V1"));
        type(robot, chosen, "Id", "V2-V2");
        assertThat(document().transition("V1-V1")).isPresent();
        type(robot, chosen, "Id", "early");
        assertThat(transition("early").ownId()).contains("early");
        assertThat(chosen.selectionProperty().get()).isEqualTo(Selection.of(new Item.OfTransition("early")));
        WeightGroups groups = WeightGroups.of(document());
        assertThat(groups.of(new Step("early", 1))).isPresent().isEqualTo(groups.of(new Step("early", 2)));
        type(robot, chosen, "Id", "V1-V1");
        assertThat(transition("V1-V1").ownId()).isEmpty();
    }

    @Test
    void aStatesFieldsEditItAndItsFiguresFollow(FxRobot robot) {
        choose(robot, new Item.OfState("V2"));
        assertThat(figure(chosen, "Values per image")).isEqualTo("8,192");
        type(robot, chosen, "Channels", "40");
        assertThat(v2().channels()).isEqualTo(40);
        assertThat(figure(chosen, "Values per image")).isEqualTo("10,240");
        type(robot, chosen, "Height, px", "8");
        type(robot, chosen, "Width, px", "8");
        assertThat(v2().width()).isEqualTo(8);
        choice(robot, chosen, Activation.RELU);
        assertThat(v2().activation()).isEqualTo(Activation.RELU);
        type(robot, chosen, "Channels", "0");
        assertThat(v2().channels()).isEqualTo(40);
        type(robot, chosen, "Name", "MT");
        assertThat(document().transition("V1-MT")).isPresent();
    }

    @Test
    void theNetworksFieldsEditItAndThePreNetsFiguresFollow(FxRobot robot) {
        assertThat(figure(network, "Layers")).startsWith("3 → ");
        assertThat(figure(network, "Output")).isEqualTo("16 × 32 × 32");
        type(robot, network, "Pre-net", "C:8 C");
        assertThat(document().preNet()).isEqualTo("C:8 C");
        assertThat(figure(network, "Layers")).isEqualTo("3 → 8 → 16");
        assertThat(figure(network, "Parameters")).isEqualTo("1,368");
        type(robot, network, "Epsilon", "1e-4");
        assertThat(document().normalization().epsilon()).isEqualTo(1e-4);
        assertThat(field(network, "Epsilon").getText()).isEqualTo("1e-4");
        type(robot, network, "T", "9");
        assertThat(document().readout().time()).isEqualTo(9);
        type(robot, network, "Classes", "1");
        assertThat(document().classes()).isEqualTo(10);
        type(robot, network, "Classes", "12");
        assertThat(document().classes()).isEqualTo(12);
        choice(robot, network, "sustained");
        choice(robot, network, "sum");
        assertThat(history.done()).hasSize(6);
    }

    @Test
    void everyFieldSaysItsUnitOrRange() {
        assertThat(network.lookupAll(".text-field"))
                .filteredOn(node -> !"Title".equals(node.getAccessibleText()))
                .allSatisfy(node -> assertThat(node.getAccessibleHelp()).isNotBlank());
    }
}
