package org.unfoldlab.app.equivalence;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.unfoldlab.app.shell.Hints;
import org.unfoldlab.app.shell.PanelParts;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.equivalence.Alteration;
import org.unfoldlab.model.equivalence.EquivalenceSettings;
import org.unfoldlab.model.equivalence.Push;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.viz.graph.CommitField;

/** At the right of the bench: how to check, the chosen state's pictures, what to break, the certificate. */
final class SetupPanel extends VBox {
    private static final int MOST_STEPS = 100;
    private static final int MOST_IMAGES = 64;

    private final VerifyModel model;
    private final ComboBox<Precision> precision = new ComboBox<>();
    private final CommitField steps;
    private final CommitField seed;
    private final CommitField batch;
    private final Button untie = breaking(MaterialDesignL.LINK_VARIANT_OFF, "untie");
    private final Button push = breaking(MaterialDesignA.ARROW_UP_BOLD, "push");
    private final Button timeVariant = breaking(MaterialDesignS.SWAP_HORIZONTAL, "time-variant");
    private final Button statistics = breaking(MaterialDesignS.SIGMA, "share-statistics");
    private final Button mend = new Button("Mend it");
    private final Label broken = new Label();
    private final PicturesPanel pictures = new PicturesPanel();
    private Optional<Step> step = Optional.empty();
    private String letter = "";

    SetupPanel(VerifyModel model, Runnable saveCertificate) {
        super(12);
        this.model = model;
        steps = number("Training steps", 0, MOST_STEPS, k -> model.change(now -> now.withTrainingSteps(k.intValue())));
        seed = number("Seed", 0, Long.MAX_VALUE / 2, s -> model.change(now -> now.withSeed(s)));
        batch = new CommitField(
                "Batch, images",
                SetupPanel::batchProblem,
                text -> model.chooseBatch(
                        text.equals("auto")
                                ? OptionalInt.empty()
                                : OptionalInt.of(Integer.parseInt(text.split(" ")[0]))));
        getStyleClass().addAll("inspector", "verify-panel");
        precisionChoice();
        Button save = new Button("Save certificate…", Hints.icon(MaterialDesignF.FILE_DOCUMENT));
        save.getStyleClass().add("quiet");
        save.setId("save-certificate");
        save.setOnAction(event -> saveCertificate.run());
        model.recordProperty()
                .subscribe(record -> save.setDisable(record.report().isEmpty()));
        Region space = new Region();
        VBox.setVgrow(space, Priority.SOMETIMES);
        getChildren()
                .addAll(
                        PanelParts.section("Setup"),
                        grid(),
                        PanelParts.line(),
                        pictures,
                        PanelParts.line(),
                        breakIt(),
                        PanelParts.line(),
                        save,
                        space);
        model.settingsProperty().subscribe(this::show);
    }

    PicturesPanel pictures() {
        return pictures;
    }

    private void precisionChoice() {
        precision.getItems().addAll(Precision.DOUBLE, Precision.FLOAT);
        precision.getStyleClass().add("small");
        precision.setAccessibleText("Precision");
        precision.setId("precision");
        precision.setMaxWidth(Double.MAX_VALUE);
        precision.setConverter(new StringConverter<>() {
            @Override
            public String toString(Precision value) {
                return value == null
                        ? ""
                        : EquivalenceSettings.USUAL.withPrecision(value).precisionName();
            }

            @Override
            public Precision fromString(String text) {
                return text.equals("float32") ? Precision.FLOAT : Precision.DOUBLE;
            }
        });
        precision.setOnAction(event -> model.change(now -> now.withPrecision(precision.getValue())));
    }

    private static CommitField number(String name, long least, long most, Consumer<Long> commit) {
        Function<String, Optional<String>> check = text -> isBetween(text, least, most)
                ? Optional.empty()
                : Optional.of("A whole number from " + least + (most < MOST_STEPS * 2 ? " to " + most : "") + ".");
        return new CommitField(name, check, text -> commit.accept(Long.parseLong(text)));
    }

    private static boolean isBetween(String text, long least, long most) {
        return text.matches("\\d{1,18}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most;
    }

    private static Optional<String> batchProblem(String text) {
        String number = text.replaceFirst(" images?$", "");
        return text.equals("auto") || isBetween(number, 1, MOST_IMAGES)
                ? Optional.empty()
                : Optional.of("1 to " + MOST_IMAGES + ", or auto.");
    }

    private Node grid() {
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(8);
        row(grid, "Precision", precision);
        row(grid, "Training steps", steps);
        row(grid, "Seed", seed);
        row(grid, "Batch", batch);
        return grid;
    }

    private static void row(GridPane grid, String name, Region field) {
        Label label = new Label(name);
        label.getStyleClass().addAll("muted", "label-text");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(field);
        GridPane.setHgrow(field, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), label, field);
    }

    private static Button breaking(Ikon icon, String id) {
        Button button = new Button("", Hints.icon(icon));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId(id);
        button.getStyleClass().addAll("small", "breaking");
        return button;
    }

    private Node breakIt() {
        broken.setWrapText(true);
        broken.getStyleClass().addAll("label-text", "muted");
        broken.setMinHeight(USE_PREF_SIZE);
        mend.getStyleClass().addAll("small");
        mend.setId("mend");
        mend.setMaxWidth(Double.MAX_VALUE);
        mend.setOnAction(event -> model.alter(now -> Alteration.NONE));
        untie.setOnAction(event -> step.ifPresent(model::toggleUntied));
        push.setOnAction(event -> step.ifPresent(model::togglePush));
        timeVariant.setOnAction(event -> model.alter(now -> now.withTimeVariant(!now.timeVariant())));
        statistics.setOnAction(event -> model.alter(now -> now.withSharedStatistics(!now.sharedStatistics())));
        return new VBox(8, PanelParts.section("Break it"), broken, untie, push, timeVariant, statistics, mend);
    }

    /** The step that can be broken now. */
    void offer(Optional<Step> chosen, String itsLetter) {
        step = chosen;
        letter = itsLetter;
        show();
    }

    private void show() {
        EquivalenceSettings now = model.settings();
        precision.setValue(now.precision());
        steps.show("" + now.trainingSteps());
        seed.show("" + now.seed());
        batch.show(model.isUsualBatch() ? now.batch() + (now.batch() == 1 ? " image" : " images") : "" + now.batch());
        showBreaking(now.alteration());
    }

    private void showBreaking(Alteration alteration) {
        String place = step.map(s -> letter + " at t = " + s.time()).orElse("a step");
        boolean isUntied = step.filter(alteration.untied()::contains).isPresent();
        boolean isPushed = step.isPresent() && alteration.push().map(Push::step).equals(step);
        name(untie, (isUntied ? "Tie " : "Untie ") + place + (isUntied ? " again" : ""), isUntied);
        name(push, (isPushed ? "Take back the push of " : "Push a weight of ") + place, isPushed);
        boolean own = model.document().document().sharing() instanceof Sharing.None;
        name(
                timeVariant,
                alteration.timeVariant() ? "Make time-invariant" : "Make time-variant",
                alteration.timeVariant());
        timeVariant.setDisable(own && !alteration.timeVariant());
        timeVariant.setAccessibleHelp(own ? "Every step has its own weights already" : "");
        name(
                statistics,
                alteration.sharedStatistics() ? "Statistics per time again" : "Share statistics",
                alteration.sharedStatistics());
        boolean none = alteration.isNone();
        broken.setText(none ? "See where a difference starts and spreads." : words(alteration));
        mend.setVisible(!none);
        mend.setManaged(!none);
    }

    private static String words(Alteration alteration) {
        String all = String.join("; ", alteration.words());
        return Character.toUpperCase(all.charAt(0)) + all.substring(1) + ".";
    }

    private static void name(Button button, String words, boolean on) {
        button.setText(words);
        button.getStyleClass().remove("danger-outline");
        if (on) {
            button.getStyleClass().add("danger-outline");
        }
    }
}
