package org.unfoldlab.app.shell;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.unfoldlab.app.editor.DocumentViewModel;

/**
 * Header above, transport below, between them messages and the stage of the chosen mode. Before a network is open the
 * welcome page takes the whole window; a {@link Sheet} may lie over everything.
 */
public final class MainWindow extends StackPane {
    private final BorderPane frame = new BorderPane();
    private final StackPane stage = new StackPane();
    private final Messages messages = new Messages();
    private final Sheet sheet = new Sheet();
    private final Map<Mode, Node> stages = new EnumMap<>(Mode.class);
    private final Map<Mode, Node> controls = new EnumMap<>(Mode.class);
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.DRAW);
    private final BooleanProperty lecture = new SimpleBooleanProperty();
    private final MessageArea area = new MessageArea(messages);
    private final VBox centre = new VBox();
    private final VBox first;
    private final HeaderBar header;
    private final TransportBar transport;
    private boolean opened;

    /**
     * @param parts what the window shows of the program
     * @param stages the stage of each mode that there is
     * @param welcome shown until a network is open
     */
    public MainWindow(WindowParts parts, Commands commands, Map<Mode, Node> stages, Node welcome) {
        this.stages.putAll(stages);
        List<Mode> modes = Stream.of(Mode.values()).filter(stages::containsKey).toList();
        DocumentViewModel document = parts.document();
        header = new HeaderBar(commands, parts.title(), parts.saveState(), parts.chip(), modes, mode);
        transport = new TransportBar(commands, document, parts.transport(), parts.error(), parts.showProblems());
        centre.getChildren().setAll(area, stage);
        VBox.setVgrow(stage, Priority.ALWAYS);
        frame.setTop(header);
        frame.setCenter(centre);
        frame.setBottom(transport);
        first = new VBox(welcome);
        VBox.setVgrow(welcome, Priority.ALWAYS);
        getChildren().addAll(frame, first, sheet);
        getStyleClass().add("main-window");
        setWelcome(true);
        mode.subscribe(this::showStage);
        lecture.subscribe(this::showLecture);
    }

    /** The mode that is shown. */
    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /** Gives a mode controls of its own at the left of the transport, in place of those of the run. */
    public void setControls(Mode owner, Node own) {
        controls.put(owner, own);
        showStage(mode.get());
    }

    /** True in lecture view: stage, ledger and transport only. */
    public BooleanProperty lectureProperty() {
        return lecture;
    }

    public Messages messages() {
        return messages;
    }

    public Sheet sheet() {
        return sheet;
    }

    /** Shows the welcome page, or the network. */
    public void setWelcome(boolean on) {
        first.setVisible(on);
        frame.setVisible(!on);
        placeMessages(on);
        opened |= !on;
    }

    /** What is said, is said on the page that is seen. */
    private void placeMessages(boolean onWelcome) {
        first.getChildren().remove(area);
        centre.getChildren().remove(area);
        (onWelcome ? first : centre).getChildren().add(0, area);
    }

    /** Text that is still being typed counts as if its field had been left. */
    public void commitTyped() {
        KeyBindings.commitTyped(getScene());
    }

    public boolean isWelcome() {
        return first.isVisible();
    }

    /**
     * Makes keys work.
     *
     * @param more actions of single characters, besides those of T
     */
    public void installKeys(Scene scene, Commands commands, Map<String, Runnable> more) {
        Map<String, Runnable> keys = Map.of(
                "[", () -> transport.moveReadout(-1),
                "]", () -> transport.moveReadout(1),
                "{", () -> transport.moveReadout(-5),
                "}", () -> transport.moveReadout(5));
        Map<String, Runnable> typed = new HashMap<>(keys);
        typed.putAll(more);
        new KeyBindings(typed).install(scene, commands);
        Regions regions = new Regions(this::regions);
        KeyBindings.on(scene, KeyCode.F6, () -> regions.next(scene));
        KeyBindings.on(scene, KeyCode.F10, header::showMenu);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && escape()) {
                event.consume();
            }
        });
    }

    /** Puts away what lies over the stage; false if nothing does. */
    private boolean escape() {
        if (sheet.isOpen()) {
            sheet.close();
            return true;
        }
        if (isWelcome() && opened) {
            setWelcome(false);
            return true;
        }
        boolean inLecture = lecture.get();
        lecture.set(false);
        return inLecture;
    }

    private List<Node> regions() {
        return isWelcome() ? List.of(first) : List.of(header, stage, transport);
    }

    private void showStage(Mode chosen) {
        Node next = stages.get(chosen);
        if (next != null) {
            stage.getChildren().setAll(next);
            transport.setControls(Optional.ofNullable(controls.get(chosen)));
        }
    }

    private void showLecture(boolean on) {
        header.setVisible(!on);
        header.setManaged(!on);
    }
}
