package org.unfoldlab.viz.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.SharingEdits;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.Transition;

/** Which weights a transition or one of its steps uses: a letter, a new letter, or its own. */
final class WeightsChoice extends MenuButton {
    private final Consumer<ProposedEdit> propose;

    WeightsChoice(Consumer<ProposedEdit> propose) {
        this.propose = propose;
        getStyleClass().add("small");
        setMaxWidth(Double.MAX_VALUE);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleText("Weights");
    }

    /** Shows the weights of a transition, or of one chosen step of it. */
    void show(DrawnNetwork network, Transition transition, Optional<Step> step) {
        List<WeightGroup> groups = step.map(
                        one -> network.groups().of(one).stream().toList())
                .orElseGet(() -> network.groups().ofTransition(transition.id()));
        setText(words(network, groups));
        List<Step> steps = step.map(List::of).orElseGet(() -> SharingEdits.steps(network.document(), transition));
        List<MenuItem> items = new ArrayList<>();
        String what = step.map(Step::toString).orElse(transition.id());
        for (WeightGroup group : network.groups().all()) {
            items.add(item(
                    "Tie to " + group.letter(),
                    "Tie " + what + " to " + group.letter(),
                    document -> SharingEdits.tie(document, steps, group.number())));
        }
        items.add(item(
                "Tie with a new letter",
                "Tie " + what + " anew",
                document -> SharingEdits.tie(document, steps, SharingEdits.freshGroup(document))));
        items.add(item("Own at each step", "Untie " + what, document -> SharingEdits.untie(document, steps)));
        items.add(new SeparatorMenuItem());
        items.add(item("Everything over time", "Share over time", SharingEdits::overTime));
        items.add(item("Nothing shared", "Share nothing", SharingEdits::none));
        getItems().setAll(items);
    }

    private static String words(DrawnNetwork network, List<WeightGroup> groups) {
        if (groups.isEmpty()) {
            return "own at each step";
        }
        String letters =
                String.join(", ", groups.stream().map(WeightGroup::letter).toList());
        return network.document().sharing() instanceof Sharing.OverTime ? letters + " · over time" : letters;
    }

    private MenuItem item(String text, String label, UnaryOperator<NetworkDocument> change) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> propose.accept(ProposedEdit.once(label, change)));
        return item;
    }
}
