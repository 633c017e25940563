package org.unfoldlab.app.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.cli.Version;
import org.unfoldlab.app.editor.DocumentViewModel;
import org.unfoldlab.app.editor.FileAsker;
import org.unfoldlab.app.editor.SavePlace;
import org.unfoldlab.app.runs.RunViewModel;
import org.unfoldlab.app.runs.RunsViewModel;
import org.unfoldlab.app.shell.Sheet;
import org.unfoldlab.model.store.AtomicFiles;
import org.unfoldlab.viz.export.HeatMapPicture;
import org.unfoldlab.viz.export.Picture;
import org.unfoldlab.viz.export.PlotPicture;
import org.unfoldlab.viz.export.Typefaces;
import org.unfoldlab.viz.plot.HeatMapView;
import org.unfoldlab.viz.plot.PlotMenu;
import org.unfoldlab.viz.plot.PlotView;
import org.unfoldlab.viz.unrolled.ReadoutErrors;

/** Takes views, the network and runs out of the window. Belongs to the screen's thread; files are made in the background. */
public final class Exports {
    private static final double WIDTH = 520;
    private static final String PLOT = "Plot: ";

    private final Background background;
    private final DocumentViewModel document;
    private final RunsViewModel runs;
    private final FileAsker asker;
    private final Told told;
    private Optional<Typefaces> typefaces = Optional.empty();
    private ExportOptions options = ExportOptions.DEFAULT;

    /** What the user is told of it. */
    public interface Told {
        void exported(Path file);

        void notExported(Path file, String why);
    }

    public Exports(Background background, DocumentViewModel document, RunsViewModel runs, FileAsker asker, Told told) {
        this.background = background;
        this.document = document;
        this.runs = runs;
        this.asker = asker;
        this.told = told;
    }

    /**
     * Opens the sheet.
     *
     * @param errors those of the ledger
     * @param first name of what is chosen first; empty for what is seen
     */
    public void ask(Scene scene, Sheet sheet, ReadoutErrors errors, String first) {
        List<Exportable> all = all(scene, errors);
        if (all.isEmpty()) {
            Label nothing = new Label("There is nothing to export yet. Open a network, or draw a state.");
            nothing.setWrapText(true);
            sheet.open("Export", nothing, WIDTH);
            return;
        }
        Exportable chosen =
                all.stream().filter(one -> one.name().equals(first)).findFirst().orElse(all.get(0));
        sheet.open("Export", new ExportSheet(all, chosen, options, choice -> write(choice, sheet)), WIDTH);
    }

    /** Offers the export of a plot in its menu; maps have none of their own, so they get one. */
    public void offerInMenus(Scene scene, java.util.function.Consumer<String> ask) {
        PlotMenu.addToAll(scene, plot -> plot.model().isEmpty() ? List.of() : List.of(item(plot, ask)));
        scene.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            Optional<Node> map = mapAround(event.getTarget() instanceof Node node ? node : null);
            map.ifPresent(found -> {
                new ContextMenu(item(found, ask)).show(found, event.getScreenX(), event.getScreenY());
                event.consume();
            });
        });
    }

    private static MenuItem item(Node plot, java.util.function.Consumer<String> ask) {
        MenuItem item = new MenuItem("Export…");
        item.setOnAction(chosen -> ask.accept(plotName(plot)));
        return item;
    }

    private static Optional<Node> mapAround(@org.jspecify.annotations.Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof HeatMapView) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** The plots that are seen first, then the network, then the runs. */
    List<Exportable> all(Scene scene, ReadoutErrors errors) {
        List<Exportable> all = new ArrayList<>();
        plots(scene.getRoot(), all);
        String where = document.origin()
                .file()
                .map(file -> String.valueOf(file.getFileName()))
                .orElse("");
        all.addAll(NetworkExports.of(document.drawing().network(), errors, where));
        runs.chosen().ifPresent(run -> all.add(ReportExport.of(List.of(run))));
        List<RunViewModel> shown = runs.shown();
        if (shown.size() > 1) {
            List<RunViewModel> rising = new ArrayList<>(shown);
            java.util.Collections.reverse(rising);
            all.add(ReportExport.of(rising));
        }
        return all;
    }

    private void plots(Node node, List<Exportable> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof PlotView || node instanceof HeatMapView) {
            picture(node).ifPresent(picture -> found.add(new PictureExport(plotName(node), picture, originOfPlots())));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> plots(child, found));
        }
    }

    private static Optional<Picture> picture(Node node) {
        Picture.Size size = new Picture.Size(
                Math.max(240, node.getLayoutBounds().getWidth()),
                Math.max(120, node.getLayoutBounds().getHeight()));
        if (node instanceof PlotView plot && !plot.model().isEmpty()) {
            return Optional.of(new PlotPicture(plot.model(), plot.pictured(), plot.zoom(), size));
        }
        return node instanceof HeatMapView map && map.map().rowCount() > 0
                ? Optional.of(new HeatMapPicture(map.map(), size))
                : Optional.empty();
    }

    private static String plotName(Node node) {
        String title = node instanceof PlotView plot
                ? plot.model().title()
                : node instanceof HeatMapView map ? map.map().title() : "";
        return PLOT + title;
    }

    private String originOfPlots() {
        String title = document.document().title();
        return runs.chosen()
                .map(run -> run.network().title() + " · run " + run.number() + " · seed "
                        + run.network().training().seed() + engine(run) + " · Unfold " + Version.number())
                .orElseGet(() -> NetworkExports.origin(document.document(), title));
    }

    private static String engine(RunViewModel run) {
        return run.record()
                .started()
                .map(begun -> " · " + begun.provenance().engine() + ", "
                        + begun.provenance().device())
                .orElse("");
    }

    private void write(ExportSheet.Choice choice, Sheet sheet) {
        options = choice.options();
        String suffix = choice.kind().suffix();
        asker.toExport(
                        "Export " + choice.what().name(),
                        fileName(choice),
                        choice.kind().title(),
                        suffix)
                .ifPresent(chosen -> {
                    Path file = withSuffix(chosen, suffix);
                    sheet.close();
                    background.run(
                            "Exporting " + file,
                            () -> made(choice, file),
                            told::exported,
                            e -> told.notExported(file, String.valueOf(e.getMessage())));
                });
    }

    private Path made(ExportSheet.Choice choice, Path file) throws java.io.IOException {
        byte[] bytes = choice.what().bytes(choice.kind(), choice.options(), fonts());
        AtomicFiles.write(file, stream -> stream.write(bytes));
        return file;
    }

    private synchronized Typefaces fonts() {
        Typefaces known = typefaces.orElseGet(Typefaces::new);
        typefaces = Optional.of(known);
        return known;
    }

    private String fileName(ExportSheet.Choice choice) {
        boolean plot = choice.what().name().startsWith(PLOT);
        String title = document.document().title() + " " + choice.what().name().replace(PLOT, "")
                + (plot ? " " + runAndSeed() : "");
        String plain = title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return plain + "." + choice.kind().suffix();
    }

    /** Numbers alone carry no origin, so the name of their file does. */
    private String runAndSeed() {
        return runs.chosen()
                .map(run -> "run " + run.number() + " seed "
                        + run.network().training().seed())
                .orElseGet(() -> "seed " + document.document().training().seed());
    }

    private static Path withSuffix(Path file, String suffix) {
        return SavePlace.completed(file, List.of("." + suffix));
    }
}
