package org.unfoldlab.app.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.devices.GpuLibraries.Offer;
import org.unfoldlab.datasets.catalog.Download;
import org.unfoldlab.datasets.catalog.KnownFile;

/** Says what GPU support consists of, how large it is and where it comes from, and fetches it. */
public final class GpuSupportCard extends VBox {
    private static final double MEGA = 1e6;

    private final Background background;
    private final GpuLibraries libraries;
    private final Runnable whenHere;
    private final GridPane table = new GridPane(24, 4);
    private final Label state = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final HBox actions = new HBox(8);
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /**
     * @param whenHere told when the libraries can be used
     */
    public GpuSupportCard(Background background, GpuLibraries libraries, Runnable whenHere) {
        super(12);
        this.background = background;
        this.libraries = libraries;
        this.whenHere = whenHere;
        state.setId("gpu-support-state");
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setVisible(false);
        Label what = new Label("What LibTorch needs to compute on an NVIDIA card. It comes from "
                + GpuLibraries.MAVEN_CENTRAL.getHost() + " (Maven Central), goes to " + libraries.folder()
                + ", and is compared with the sums published there. CUDA's libraries are NVIDIA's, under the CUDA"
                + " Toolkit's licence.");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(what, table, state, bar, actions);
        if (libraries.areOffered()) {
            ask();
        } else {
            say("There are no such libraries for this system; runs compute on the processor.");
        }
    }

    /** Ends a download under way; what was fetched is kept for the next time. */
    public void cancel() {
        cancelled.set(true);
    }

    private void ask() {
        say(libraries.areHere() ? "It is here already. Asking for sizes …" : "Asking for sizes …");
        background.run("Asking for GPU libraries", libraries::ask, this::show, e -> {
            say(String.valueOf(e.getMessage()), button("Try again", this::ask));
        });
    }

    private void show(List<Offer> offers) {
        table.getChildren().clear();
        for (int row = 0; row < offers.size(); row++) {
            Offer offer = offers.get(row);
            Label name = new Label(offer.part().what());
            Label size = new Label(offer.file()
                    .map(KnownFile::bytes)
                    .map(GpuSupportCard::megabytes)
                    .orElse("not there"));
            Label file = new Label(offer.part().file());
            file.getStyleClass().addAll("muted", "axis-text");
            table.addRow(row, name, size, file);
        }
        long all = offers.stream()
                .flatMap(offer -> offer.file().stream())
                .mapToLong(KnownFile::bytes)
                .sum();
        String verb = libraries.areHere() ? "Fetch again, " : "Download ";
        say(summary(offers, all), button(verb + megabytes(all), () -> download(offers)));
    }

    private String summary(List<Offer> offers, long all) {
        List<String> sentences = new ArrayList<>();
        sentences.add((libraries.areHere() ? "It is here already. " : "") + "In all " + megabytes(all) + ".");
        List<String> missing = offers.stream()
                .filter(offer -> offer.file().isEmpty())
                .map(offer -> offer.part().what())
                .toList();
        if (!missing.isEmpty()) {
            sentences.add(String.join(", ", missing) + (missing.size() == 1 ? " is" : " are")
                    + " not there in this version: if this computer lacks them, install CUDA 13 and cuDNN 9 from"
                    + " developer.nvidia.com as well.");
        }
        return String.join(" ", sentences);
    }

    private void download(List<Offer> offers) {
        cancelled.set(false);
        bar.setProgress(0);
        bar.setVisible(true);
        say("Downloading", button("Stop", this::cancel));
        background.run("Downloading GPU libraries", () -> libraries.fetch(offers, progress()), this::ended, e -> {
            bar.setVisible(false);
            say(String.valueOf(e.getMessage()), button("Try again", () -> download(offers)));
        });
    }

    private void ended(Download.Outcome outcome) {
        bar.setVisible(false);
        if (outcome == Download.Outcome.CANCELLED) {
            say("Stopped. What was fetched is kept and continued the next time.", button("Continue", this::ask));
            return;
        }
        say("GPU support is here. New runs can use it; nothing need be started again.");
        whenHere.run();
    }

    private Download.Progress progress() {
        return new Download.Progress() {
            @Override
            public void at(String file, long bytes, long total) {
                background.onScreen(() -> {
                    bar.setProgress(bytes / (double) Math.max(1, total));
                    state.setText("Downloading " + file + ": " + megabytes(bytes) + " of " + megabytes(total));
                });
            }

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        };
    }

    private void say(String words, Node... buttons) {
        state.setText(words);
        actions.getChildren().setAll(buttons);
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add("small");
        button.setId("gpu-"
                + Optional.of(text).map(t -> t.split("[ ,]", 2)[0]).orElse("").toLowerCase(Locale.ROOT));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static String megabytes(long bytes) {
        double mega = bytes / MEGA;
        return String.format(Locale.ROOT, mega < 10 ? "%.1f MB" : "%,.0f MB", mega);
    }
}
