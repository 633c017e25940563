package org.unfoldlab.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.unfoldlab.app.devices.DeviceFacts;
import org.unfoldlab.app.explore.ProcessExplorers;
import org.unfoldlab.app.settings.SettingsStore;
import org.unfoldlab.app.shell.Mode;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.viz.explore.ThoughtView;
import org.unfoldlab.viz.graph.Item;
import org.unfoldlab.viz.graph.Selection;
import org.unfoldlab.viz.theme.TextSize;
import org.unfoldlab.viz.theme.Theme;
import org.unfoldlab.viz.theme.ThemeMode;

/**
 * Pictures of Explore with a really trained run, to be looked at. Arguments: a folder as UNFOLD_HOME names it, with a run in it, a folder for the
 * pictures. Each picture waits for what it shows.
 */
public final class ExploreGallery {
    private ExploreGallery() {}

    public static void main(String[] arguments) {
        Application.launch(Pictures.class, arguments);
    }

    /** The window, taken through its states. */
    public static final class Pictures extends Application {
        private final Deque<Shot> shots = new ArrayDeque<>();
        private Optional<Workbench> bench = Optional.empty();

        private record Shot(Runnable before, BooleanSupplier ready, String name) {}

        @Override
        public void start(Stage stage) throws IOException {
            Path home = Path.of(getParameters().getRaw().get(0));
            Path scratch = Files.createTempDirectory("unfold-gallery");
            var threads = Executors.newFixedThreadPool(3, work -> {
                Thread thread = new Thread(work, "gallery");
                thread.setDaemon(true);
                return thread;
            });
            Surroundings world = new Surroundings(
                    new Background(threads, Platform::runLater),
                    new SettingsStore(scratch.resolve("settings.json"), Runnable::run),
                    new FakeWorkers(),
                    new FakeChecker(),
                    new ProcessExplorers(),
                    () -> DeviceFacts.UNKNOWN,
                    new Places(home),
                    new NoFiles(),
                    path -> {});
            Workbench made = new Workbench(world);
            bench = Optional.of(made);
            stage.setScene(made.scene());
            stage.setWidth(1280);
            stage.setHeight(800);
            stage.show();
            plan(made, stage);
            pulse();
        }

        private void plan(Workbench made, Stage stage) {
            shots.add(new Shot(
                    () -> {
                        made.open(Workbench.DEMO);
                        made.show(Mode.EXPLORE);
                    },
                    this::surveyed,
                    "light-1280"));
            shots.add(new Shot(() -> theme(made, ThemeMode.DARK), this::still, "dark-1280"));
            shots.add(new Shot(
                    () -> {
                        theme(made, ThemeMode.LIGHT);
                        this.<ComboBox<Integer>>find("#patch-size").setValue(10);
                    },
                    () -> thought().scene().flatMap(scene -> scene.unspoilt()).isPresent(),
                    "patch-light-1280"));
            shots.add(new Shot(
                    () -> made.document()
                            .selectionProperty()
                            .set(Selection.of(new Item.OfStateAt(new StateAt("V2", 3)))),
                    this::still,
                    "channels-light-1280"));
            shots.add(new Shot(
                    () -> {
                        made.document().selectionProperty().set(Selection.NONE);
                        this.<Node>find("#unspoil").fireEvent(new javafx.event.ActionEvent());
                        stage.setWidth(1920);
                        stage.setHeight(1080);
                    },
                    this::still,
                    "light-1920"));
            shots.add(new Shot(() -> theme(made, ThemeMode.DARK), this::still, "dark-1920"));
            shots.add(new Shot(
                    () -> {
                        stage.setWidth(1280);
                        stage.setHeight(800);
                        made.document().setReadoutTime(22);
                    },
                    () -> thought().scene().filter(scene -> scene.last() == 22).isPresent(),
                    "long-dark-1280"));
            shots.add(new Shot(
                    () -> {
                        theme(made, ThemeMode.LIGHT);
                        this.<ScrollPane>find("#thought-scroll").setHvalue(0.5);
                    },
                    this::still,
                    "scrolled-light-1280"));
            shots.add(new Shot(
                    () -> {
                        made.document().setReadoutTime(1);
                        this.<ComboBox<Integer>>find("#patch-size").setValue(0);
                    },
                    this::still,
                    "silent-light-1280"));
            shots.add(new Shot(
                    () -> {
                        made.document().setReadoutTime(5);
                        theme(made, ThemeMode.DARK);
                        this.<Slider>find("#noise").setValue(40);
                        made.scene().lookup("#thought").requestFocus();
                    },
                    () -> thought().scene().flatMap(scene -> scene.unspoilt()).isPresent(),
                    "noise-dark-1280"));
            shots.add(new Shot(
                    () -> this.<ToggleButton>find("#difference").fire(),
                    () -> thought().scene().filter(scene -> scene.difference()).isPresent(),
                    "difference-dark-1280"));
            shots.add(new Shot(() -> this.<Button>find("#browse-images").fire(), this::still, "browse-dark-1280"));
        }

        private static void theme(Workbench made, ThemeMode mode) {
            Theme.apply(made.scene(), mode, TextSize.NORMAL);
        }

        private boolean surveyed() {
            return find("#need-time") instanceof ListView<?> list
                    && !list.getItems().isEmpty()
                    && thought().scene().isPresent();
        }

        private boolean still() {
            return true;
        }

        private ThoughtView thought() {
            return find("#thought");
        }

        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        private <T extends Node> T find(String id) {
            return (T) bench.orElseThrow().scene().lookup(id);
        }

        /** Takes one picture after the other, each some time after it is ready. */
        private void pulse() {
            new AnimationTimer() {
                private static final long SETTLING = 2_500_000_000L;
                private Optional<Shot> under = Optional.empty();
                private long readySince;

                @Override
                public void handle(long now) {
                    if (under.isEmpty()) {
                        if (shots.isEmpty()) {
                            stop();
                            Platform.exit();
                            return;
                        }
                        under = Optional.of(shots.remove());
                        under.get().before().run();
                        readySince = 0;
                    } else if (!under.get().ready().getAsBoolean()) {
                        readySince = 0;
                    } else if (readySince == 0) {
                        readySince = now;
                    } else if (now - readySince > SETTLING) {
                        take(under.get().name());
                        under = Optional.empty();
                    }
                }
            }.start();
        }

        private void take(String name) {
            Scene scene = bench.orElseThrow().scene();
            Path file = Path.of(getParameters().getRaw().get(1), "explore-" + name + ".png");
            try {
                PictureFiles.write(scene.snapshot(null), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
