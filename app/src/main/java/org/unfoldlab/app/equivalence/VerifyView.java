package org.unfoldlab.app.equivalence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.unfoldlab.app.cli.Version;
import org.unfoldlab.app.editor.SavePlace;
import org.unfoldlab.app.equivalence.page.CertificateFile;
import org.unfoldlab.app.equivalence.page.EquivalenceArguments;
import org.unfoldlab.app.export.Exports;
import org.unfoldlab.model.equivalence.Certificate;
import org.unfoldlab.model.equivalence.EquivalenceReport;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.store.NetworkFiles;
import org.unfoldlab.model.store.NetworkReading;

/** Verify: the open network on the bench, the linear case, Highway and ResNet; one of the three at a time. */
public final class VerifyView extends BorderPane {
    private static final List<String> NAMES = List.of("This network", "Linear case", "Highway and ResNet");
    private static final List<String> STYLES = List.of("left-pill", "center-pill", "right-pill");
    private static final List<String> IDS = List.of("view-bench", "view-linear", "view-gates");

    private final VerifyModel model;
    private final Supplier<Optional<Path>> askForFile;
    private final Exports.Told told;
    private final BenchPage bench;
    private final LinearPage linear = new LinearPage();
    private final GatesPage gates = new GatesPage();
    private final StackPane main = new StackPane();
    private final StackPane controls = new StackPane();
    private final ToggleGroup views = new ToggleGroup();

    /**
     * @param askForFile where to write a certificate; empty when the user thinks better of it
     * @param told what became of it
     */
    public VerifyView(VerifyModel model, Supplier<Optional<Path>> askForFile, Exports.Told told) {
        this.model = model;
        this.askForFile = askForFile;
        this.told = told;
        bench = new BenchPage(model, this::saveCertificate);
        getStyleClass().add("verify");
        VBox middle = new VBox(choice(), main);
        VBox.setVgrow(main, Priority.ALWAYS);
        HBox.setHgrow(controls, Priority.ALWAYS);
        controls.setAlignment(Pos.CENTER_LEFT);
        setCenter(middle);
        show(0);
    }

    /** What stands at the left of the transport in this mode. */
    public Node controls() {
        return controls;
    }

    /** The check that is shown. */
    public VerifyModel model() {
        return model;
    }

    /** Puts the light at a time. */
    public void setLight(double time) {
        bench.player().place(time);
    }

    /** Plays or pauses what is seen. */
    public void togglePlaying() {
        if (getRight() == linear.side()) {
            linear.togglePlaying();
        } else if (getRight() == bench.side()) {
            bench.player().toggle();
        }
    }

    /** True lets the light jump instead of glide. */
    public void setReducedMotion(boolean reduced) {
        bench.player().reducedMotionProperty().set(reduced);
    }

    private HBox choice() {
        HBox row = new HBox();
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(12, 24, 0, 24));
        for (int i = 0; i < NAMES.size(); i++) {
            ToggleButton button = new ToggleButton(NAMES.get(i));
            button.getStyleClass().addAll("small", STYLES.get(i));
            button.setId(IDS.get(i));
            button.setToggleGroup(views);
            int page = i;
            button.setOnAction(event -> {
                button.setSelected(true);
                show(page);
            });
            row.getChildren().add(button);
        }
        views.selectToggle(views.getToggles().get(0));
        return row;
    }

    private void show(int page) {
        main.getChildren()
                .setAll(List.of(bench.main(), linear.main(), gates.main()).get(page));
        setRight(List.of(bench.side(), linear.side(), gates.side()).get(page));
        PageControls none = new PageControls("One block, three gates", "the same weights and image under all");
        controls.getChildren()
                .setAll(List.of(bench.controls(), linear.controls(), none).get(page));
    }

    /** The page, and beside it the network that its command names. */
    private void saveCertificate() {
        model.record()
                .report()
                .ifPresent(report -> askForFile.get().ifPresent(file -> {
                    NetworkDocument network = model.document().document();
                    model.background()
                            .run(
                                    "Saving the certificate",
                                    () -> write(file, network, report),
                                    told::exported,
                                    e -> told.notExported(file, String.valueOf(e.getMessage())));
                }));
    }

    private static Path write(Path file, NetworkDocument network, EquivalenceReport report) throws Exception {
        Path page = SavePlace.completed(file, List.of(".pdf", ".txt"));
        Path beside = beside(page, network);
        NetworkFiles.write(beside, network);
        String repeat = EquivalenceArguments.repeat(String.valueOf(beside.getFileName()), false, report);
        CertificateFile.write(
                page, Certificate.lines(report, repeat, Version.line(), LocalDate.now(ZoneId.systemDefault())));
        return page;
    }

    /** A file of the page's name that is free or holds this very network: another one is never replaced. */
    private static Path beside(Path page, NetworkDocument network) {
        String name = String.valueOf(page.getFileName()).replaceFirst("(?i)\\.(pdf|txt)$", "");
        Path beside = page.resolveSibling(name + NetworkFiles.SUFFIX);
        for (int number = 1; !isFree(beside, network); number++) {
            String more = number == 1 ? "-certificate" : "-certificate-" + number;
            beside = page.resolveSibling(name + more + NetworkFiles.SUFFIX);
        }
        return beside;
    }

    private static boolean isFree(Path file, NetworkDocument network) {
        return !Files.exists(file)
                || NetworkFiles.read(file) instanceof NetworkReading.Read read
                        && read.document().equals(network);
    }
}
