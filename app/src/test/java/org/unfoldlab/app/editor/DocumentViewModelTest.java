package org.unfoldlab.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.unfoldlab.app.Background;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.StateEdits;
import org.unfoldlab.model.store.Presets;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;

class DocumentViewModelTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final DocumentViewModel document = new DocumentViewModel(new Background(waiting::add, Runnable::run));

    private static NetworkDocument demo() {
        return Presets.find("demo").orElseThrow().document();
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private static NetworkDocument titled(String title) {
        return demo().edit().title(title).build();
    }

    @Test
    void theDrawingFollowsTheNewestDocumentAndNeverAnOlderOne() {
        document.open(demo(), DocumentOrigin.NEW);
        for (int time = 6; time <= 30; time++) {
            document.setReadoutTime(time);
        }
        assertThat(waiting).hasSize(1);
        work();
        assertThat(document.drawing().readoutTime()).isEqualTo(30);
        assertThat(document.drawing().depth()).hasValue(61);
    }

    @Test
    void movingTIsOneUndoUntilTheDragEnds() {
        document.open(demo(), DocumentOrigin.NEW);
        document.setReadoutTime(6);
        document.setReadoutTime(7);
        document.endMove();
        document.setReadoutTime(8);
        document.undo();
        assertThat(document.document().readout().time()).isEqualTo(7);
        document.undo();
        assertThat(document.document()).isEqualTo(demo());
        assertThat(document.dirtyProperty().get()).isFalse();
        document.redo();
        assertThat(document.document().readout().time()).isEqualTo(7);
        assertThat(document.dirtyProperty().get()).isTrue();
    }

    @Test
    void undoNamesWhatItTakesBack() {
        document.open(demo(), DocumentOrigin.NEW);
        document.edit("Rename", titled("A"));
        assertThat(document.undoLabelProperty().get()).isEqualTo("Rename");
        document.undo();
        assertThat(document.undoLabelProperty().get()).isEmpty();
        assertThat(document.redoLabelProperty().get()).isEqualTo("Rename");
    }

    @Test
    void editsMadeWhileAFileIsWrittenStayUnsaved() {
        document.open(demo(), DocumentOrigin.NEW);
        document.edit("Rename", titled("A"));
        Consumer<Path> written = document.beginSaving();
        document.edit("Rename", titled("B"));
        written.accept(Path.of("a.unfold"));
        assertThat(document.dirtyProperty().get()).isTrue();
        document.undo();
        assertThat(document.dirtyProperty().get()).isFalse();
    }

    @Test
    void anotherDocumentHasNoHistory() {
        document.edit("Rename", titled("A"));
        document.open(demo(), DocumentOrigin.ofPreset("demo"));
        document.undo();
        assertThat(document.document()).isEqualTo(demo());
    }

    @Test
    void whatUndoTakesAwayIsNotChosenAnyMore() {
        document.open(demo(), DocumentOrigin.NEW);
        State added = StateEdits.suggested(demo());
        document.edit("Add", StateEdits.add(demo(), added, Optional.empty()));
        work();
        Item stays = new Item.OfTransition("V1-V2");
        document.selectionProperty().set(new Selection(Set.of(new Item.OfState(added.name()), stays)));
        document.undo();
        work();
        assertThat(document.selectionProperty().get()).isEqualTo(Selection.of(stays));
    }

    @Test
    void aSilentReadoutHasNoDepth() {
        document.open(demo(), DocumentOrigin.NEW);
        document.setReadoutTime(-3);
        work();
        assertThat(document.document().readout().time()).isEqualTo(1);
        assertThat(document.drawing().silent()).isTrue();
        assertThat(document.drawing().depth()).isEmpty();
    }
}
