package org.unfoldlab.viz.graph;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.unfoldlab.model.graph.ProposedEdit;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.graph.Transition;
import org.unfoldlab.model.network.Problem;
import org.unfoldlab.model.program.StateAt;

/**
 * The fields of what is chosen, live: a transition, a step, a state, a copy of a state. Takes no room while nothing is
 * chosen.
 */
public final class SelectionInspector extends VBox {
    private final ObjectProperty<DrawnNetwork> network;
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(this, "selection", Selection.NONE);
    private final TransitionInspector transition;
    private final StateInspector state;
    private final Label several = new Label();
    private final VBox problems = new VBox(4);
    private Consumer<ProposedEdit> onEdit = edit -> {};

    /** An inspector of that network. */
    public SelectionInspector(DrawnNetwork shown) {
        super(12);
        network = new SimpleObjectProperty<>(this, "network", shown);
        transition = new TransitionInspector(shown, edit -> onEdit.accept(edit), selection::set);
        state = new StateInspector(shown, edit -> onEdit.accept(edit), selection::set);
        several.getStyleClass().add("inspector-title");
        getStyleClass().add("selection-inspector");
        network.subscribe(this::show);
        selection.subscribe(this::show);
    }

    /** What the fields belong to. */
    public ObjectProperty<DrawnNetwork> networkProperty() {
        return network;
    }

    public ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /** Called with each edit that the user asks for. */
    public void setOnEdit(Consumer<ProposedEdit> listener) {
        onEdit = listener;
    }

    private void show() {
        Optional<Region> part = part();
        if (part.isPresent() && getChildren().contains(part.get())) {
            showProblems();
            return;
        }
        getChildren().clear();
        part.ifPresent(shown -> getChildren().addAll(shown, problems));
        setVisible(part.isPresent());
        setManaged(part.isPresent());
        showProblems();
    }

    private Optional<Region> part() {
        Selection chosen = selection.get();
        if (chosen.items().size() > 1) {
            several.setText(chosen.items().size() + " chosen");
            return Optional.of(several);
        }
        return chosen.single().flatMap(this::part);
    }

    private Optional<Region> part(Item item) {
        if (item instanceof Item.OfTransition chosen) {
            return transition(chosen.id(), Optional.empty());
        }
        if (item instanceof Item.OfStep chosen) {
            return transition(chosen.step().transition(), Optional.of(chosen.step()));
        }
        if (item instanceof Item.OfState chosen) {
            return state(chosen.name(), Optional.empty());
        }
        return item instanceof Item.OfStateAt chosen
                ? state(chosen.at().state(), Optional.of(chosen.at()))
                : Optional.empty();
    }

    private Optional<Region> transition(String id, Optional<Step> step) {
        Optional<Transition> found = network.get().document().transition(id);
        found.ifPresent(shown -> transition.show(network.get(), shown, step));
        return found.map(shown -> transition);
    }

    private Optional<Region> state(String name, Optional<StateAt> at) {
        Optional<State> found = network.get().document().state(name);
        found.ifPresent(shown -> state.show(network.get(), shown, at));
        return found.map(shown -> state);
    }

    /** What the checker says of the chosen thing, under its fields. */
    private void showProblems() {
        problems.getChildren().clear();
        for (Problem problem : network.get().problems()) {
            if (selection.get().items().stream().anyMatch(item -> concerns(problem.place(), item))) {
                Label label = new Label(problem.sentence());
                label.getStyleClass().addAll(problem.isError() ? "error-text" : "warning-text", "label-text");
                label.setWrapText(true);
                label.setMinHeight(Region.USE_PREF_SIZE);
                problems.getChildren().add(label);
            }
        }
        problems.setManaged(!problems.getChildren().isEmpty());
    }

    private static boolean concerns(Problem.Place place, Item item) {
        if (place instanceof Problem.Place.OfState named) {
            return item.equals(new Item.OfState(named.name()));
        }
        if (place instanceof Problem.Place.OfTransition named) {
            return Selection.of(item).marksTransition(named.id());
        }
        return place instanceof Problem.Place.OfStep step
                && Selection.of(item).marksTransition(step.step().transition());
    }
}
