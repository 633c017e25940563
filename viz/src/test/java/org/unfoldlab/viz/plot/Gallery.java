package org.unfoldlab.viz.plot;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.kordamp.ikonli.javafx.FontIcon;
import org.unfoldlab.viz.theme.Look;
import org.unfoldlab.viz.theme.TextSize;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.ThemeMode;

/** Writes pictures of every plot and control in both themes; for the eye, not for the build. */
public final class Gallery extends Application {
    public static void main(String[] args) {
        launch(args);
    }

    @Override
    public void start(Stage stage) throws IOException {
        Path out = Path.of(getParameters().getRaw().get(0));
        Files.createDirectories(out);
        for (ThemeMode mode : ThemeMode.values()) {
            shoot(stage, watch(), mode, 1280, 800, out.resolve("watch-" + mode + "-1280.png"));
            shoot(stage, watch(), mode, 1920, 1080, out.resolve("watch-" + mode + "-1920.png"));
            shoot(stage, controls(), mode, 1280, 1200, out.resolve("controls-" + mode + "-1280.png"));
            popups(stage, mode, out);
        }
        Scene large = shoot(stage, watch(), ThemeMode.LIGHT, 1280, 900, out.resolve("watch-large.png"));
        Theme.apply(large, ThemeMode.LIGHT, TextSize.LARGEST);
        again(large, out.resolve("watch-150.png"));
        Theme.apply(large, Look.of(ThemeMode.DARK, TextSize.NORMAL).withLecture(true));
        again(large, out.resolve("watch-lecture.png"));
        Platform.exit();
    }

    private static void again(Scene scene, Path file) throws IOException {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        write(scene.snapshot(null), file.toFile());
    }

    private static void popups(Stage stage, ThemeMode mode, Path out) throws IOException {
        Button owner = new Button("Owner");
        ContextMenu menu = new ContextMenu(new MenuItem("Duplicate"), new SeparatorMenuItem(), new MenuItem("Delete"));
        menu.getItems().get(0).setAccelerator(KeyCombination.keyCombination("Shortcut+D"));
        Tooltip tip = new Tooltip("One step, F8");
        ComboBox<String> box = combo();
        CheckBox check = new CheckBox("Checked");
        check.setSelected(true);
        TableView<Double> table = PlotTable.of(Samples.errorByReadout());
        VBox root = new VBox(16, owner, box, check, new RadioButton("Radio"), new Hyperlink("Settings"), table);
        shoot(stage, root, mode, 600, 500, out.resolve("popups-" + mode + ".png"));
        menu.show(owner, 100, 100);
        again(menu.getScene(), out.resolve("menu-" + mode + ".png"));
        tip.show(owner, 300, 300);
        again(tip.getScene(), out.resolve("tooltip-" + mode + ".png"));
        menu.hide();
        tip.hide();
    }

    private static Scene shoot(Stage stage, Region root, ThemeMode mode, int width, int height, Path file)
            throws IOException {
        Scene scene = new Scene(root, width, height);
        Theme.apply(scene, mode, TextSize.NORMAL);
        stage.setScene(scene);
        stage.show();
        root.applyCss();
        root.layout();
        Node focus = root.lookup("#focused");
        if (focus != null) {
            focus.requestFocus();
            for (boolean back : new boolean[] {true, false}) {
                Node owner = scene.getFocusOwner();
                Event.fireEvent(
                        owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, back, false, false, false));
            }
        }
        WritableImage image = scene.snapshot(null);
        write(image, file.toFile());
        return scene;
    }

    private static void write(WritableImage image, File file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        ImageIO.write(copy, "png", file);
    }

    private static Region watch() {
        PlotCursor time = new PlotCursor();
        VBox learning = column("Learning", "over epochs");
        learning.getChildren().addAll(plot(Samples.errorByEpoch(23)), plot(Samples.settles()));
        VBox thinking = column("Thinking", "over time t");
        for (PlotModel model : List.of(Samples.errorByReadout(), Samples.channels(32, 8))) {
            PlotView view = plot(model);
            view.shareCursor(time);
            view.setGutters(Gutters.fixed(48, 40));
            thinking.getChildren().add(view);
        }
        HeatMapView map = new HeatMapView();
        map.show(Samples.allChannels(32, 8));
        map.shareCursor(time);
        map.setGutters(Gutters.fixed(48, 40));
        thinking.getChildren().add(map);
        time.moveTo(6);
        HBox columns = new HBox(32, learning, thinking);
        HBox.setHgrow(learning, Priority.ALWAYS);
        HBox.setHgrow(thinking, Priority.ALWAYS);
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox stage = new VBox(tiles(), columns);
        stage.getStyleClass().add("stage");
        BorderPane root = new BorderPane(stage);
        root.setTop(header());
        root.setBottom(transport());
        root.setLeft(runs());
        return root;
    }

    private static PlotView plot(PlotModel model) {
        PlotView view = new PlotView();
        view.show(model);
        VBox.setVgrow(view, Priority.ALWAYS);
        return view;
    }

    private static VBox column(String title, String unit) {
        HBox row = new HBox(12, styled(new Label(title), "column-title"), styled(new Label(unit), "muted"));
        row.setAlignment(Pos.BASELINE_LEFT);
        VBox box = new VBox(12, row);
        box.setPrefWidth(100);
        return box;
    }

    private static Region header() {
        HBox modes = styled(new HBox(), "mode-tabs");
        for (String mode : List.of("Draw", "Watch", "Explore", "Verify")) {
            ToggleButton tab = styled(new ToggleButton(mode), "mode-tab");
            tab.setSelected(mode.equals("Watch"));
            modes.getChildren().add(tab);
        }
        VBox title = new VBox(styled(new Label("4-state FRNN"), "section"), styled(new Label("Saved"), "muted"));
        title.setAlignment(Pos.CENTER_LEFT);
        title.getChildren().get(1).getStyleClass().add("axis-text");
        HBox header = styled(
                new HBox(icon("mdi2m-menu"), title, icon("mdi2u-undo"), icon("mdi2r-redo"), grow(), modes, grow()),
                "header");
        header.getChildren().addAll(icon("mdi2p-presentation"), icon("mdi2t-theme-light-dark"));
        return header;
    }

    private static Region transport() {
        Button train = styled(new Button("Pause", new FontIcon("mdi2p-pause")), "primary");
        VBox state = new VBox(
                styled(new Label("Run 3 · epoch 23 of 60"), "strong"),
                styled(new Label("4 min 10 s left · seed 1"), "muted"));
        state.setAlignment(Pos.CENTER_LEFT);
        Slider slider = new Slider(0, 20, 8);
        slider.setPrefWidth(150);
        HBox sentence = new HBox(
                8,
                styled(new Label("T = 8"), "figure"),
                styled(new Label("→"), "muted"),
                styled(new Label("19"), "figure"),
                new Label("layers"),
                styled(new Label("→"), "muted"),
                styled(new Label("13.2 %"), "figure"),
                new Label("error"));
        sentence.setAlignment(Pos.BASELINE_LEFT);
        sentence.setMaxHeight(Region.USE_PREF_SIZE);
        return styled(
                new HBox(
                        train,
                        icon("mdi2s-skip-next"),
                        icon("mdi2s-stop"),
                        state,
                        grow(),
                        styled(new Label("Readout\ntime"), "muted"),
                        slider,
                        sentence),
                "transport");
    }

    private static Region runs() {
        VBox list = styled(new VBox(styled(new Label("Runs"), "section")), "sidebar");
        for (String name : List.of("3 TSBN, T = 8", "2 Shared statistics", "1 ResNet, no feedback")) {
            HBox row = styled(new HBox(10, new CheckBox(), styled(new Label(name), "strong")), "run-row");
            if (name.startsWith("3")) {
                row.getStyleClass().addAll("chosen", "run-3");
                ((CheckBox) row.getChildren().get(0)).setSelected(true);
            }
            list.getChildren().add(row);
        }
        list.setPrefWidth(216);
        return list;
    }

    private static Region tiles() {
        HBox tiles = new HBox(12);
        for (String[] text : new String[][] {
            {"Progress", "23", "of 60 epochs"},
            {"Test error at T = 8", "13.2", "%"},
            {"Speed", "412", "images/s"},
            {"Remaining", "4:10", "min"}
        }) {
            HBox figure =
                    new HBox(4, styled(new Label(text[1]), "tile-figure"), styled(new Label(text[2]), "tile-unit"));
            figure.setAlignment(Pos.BASELINE_LEFT);
            VBox tile = styled(new VBox(styled(new Label(text[0]), "tile-name"), figure), "tile-box");
            if (text[0].equals("Progress")) {
                ProgressBar bar = new ProgressBar(23 / 60.0);
                bar.setMaxWidth(Double.MAX_VALUE);
                tile.getChildren().add(bar);
            }
            if (text[0].startsWith("Test error")) {
                Sparkline line = new Sparkline();
                line.show(List.of(60.0, 40.0, 30.0, 22.0, 19.0, 17.0, 15.0, 14.0, 13.5, 13.2));
                figure.getChildren().addAll(grow(), line);
            }
            HBox.setHgrow(tile, Priority.ALWAYS);
            tiles.getChildren().add(tile);
        }
        return tiles;
    }

    private static Region controls() {
        VBox left = new VBox(
                16,
                styled(new Label("Start from a network"), "page-title"),
                new HBox(
                        8,
                        styled(new Button("Start the demo", new FontIcon("mdi2p-play")), "primary"),
                        new Button("New", new FontIcon("mdi2p-plus")),
                        styled(new Button("Close"), "quiet"),
                        styled(new Button("3 problems", new FontIcon("mdi2a-alert-circle")), "danger-outline"),
                        styled(styled(new Button("Use BRC×2"), "small"), "plain")),
                focused(new Button("Focused")),
                new HBox(8, new TextField("1..T-1"), combo(), styled(new TextField("small"), "small")),
                new HBox(8, new CheckBox("Letters"), new Slider(0, 1, 0.4)),
                message("error", "Training stopped in epoch 23: out of memory", "Everything up to epoch 22 is saved."),
                message("warning", "The file changed on disk", "You have 4 unsaved edits."),
                message(
                        "info",
                        "The drawing changed since run 3 started",
                        "Run 3 goes on with the network it began with."));
        left.setPadding(new Insets(24));
        left.setPrefWidth(620);
        VBox right = new VBox(
                16,
                plot(Samples.nothing()),
                plot(Samples.stopped()),
                plot(Samples.ratios()),
                plot(Samples.seeds()),
                plot(Samples.smoothed()));
        right.setPadding(new Insets(24));
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox root = new HBox(left, right);
        return root;
    }

    private static Region message(String kind, String title, String body) {
        FontIcon icon = new FontIcon(
                kind.equals("error")
                        ? "mdi2a-alert-circle"
                        : kind.equals("warning") ? "mdi2a-alert" : "mdi2i-information");
        icon.getStyleClass().add(kind + "-icon");
        VBox text = new VBox(
                4,
                styled(new Label(title), "message-title"),
                styled(new Label(body), "message-body"),
                styled(
                        new HBox(styled(new Button("Resume from epoch 22"), "primary"), new Button("Halve the batch")),
                        "message-actions"));
        HBox panel = styled(new HBox(icon, text), "message-panel");
        panel.getStyleClass().add(kind);
        return panel;
    }

    private static ComboBox<String> combo() {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().addAll("BRC×2", "BRD×2");
        box.getSelectionModel().select(0);
        return box;
    }

    private static Button icon(String code) {
        return styled(new Button("", new FontIcon(code)), "icon-only");
    }

    private static <T extends Node> T focused(T node) {
        node.setId("focused");
        return node;
    }

    private static Region grow() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static <T extends Node> T styled(T node, String style) {
        node.getStyleClass().add(style);
        return node;
    }
}
