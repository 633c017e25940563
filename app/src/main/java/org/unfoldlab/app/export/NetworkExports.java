package org.unfoldlab.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unfoldlab.app.cli.Version;
import org.unfoldlab.model.export.NetworkSummary;
import org.unfoldlab.model.export.PyTorchScript;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.program.Unrolling;
import org.unfoldlab.viz.export.NetworkPicture;
import org.unfoldlab.viz.export.NetworkView;
import org.unfoldlab.viz.graph.DrawnNetwork;
import org.unfoldlab.viz.unrolled.ReadoutErrors;

/** What a network can be exported as. */
public final class NetworkExports {
    static final String SUMMARY = "Summary table";
    static final String SCRIPT = "PyTorch script";

    private NetworkExports() {}

    /**
     * Its three views, and as long as it is sound its summary and its script.
     *
     * @param errors in the ledger
     * @param where file or preset
     */
    public static List<Exportable> of(DrawnNetwork network, ReadoutErrors errors, String where) {
        List<Exportable> all = new ArrayList<>();
        if (!network.document().states().isEmpty()) {
            for (NetworkView view : NetworkView.values()) {
                all.add(new PictureExport(
                        view.title(), NetworkPicture.of(view, network, errors), origin(network.document(), where)));
            }
        }
        network.unrolling().ifPresent(unrolling -> {
            String origin = origin(network.document(), where);
            all.add(summary(unrolling, origin));
            script(unrolling, origin).ifPresent(all::add);
        });
        return all;
    }

    private static Exportable summary(Unrolling unrolling, String origin) {
        String lines = String.join("\n", NetworkSummary.lines(unrolling));
        return new TextExport(SUMMARY, FileKind.TEXT, lines + "\n\n" + origin + "\n");
    }

    private static Optional<Exportable> script(Unrolling unrolling, String origin) {
        return PyTorchScript.of(unrolling, Version.number())
                .map(text ->
                        new TextExport(SCRIPT, FileKind.PYTHON, text + "\n# " + origin.replaceAll("\\R", " ") + "\n"));
    }

    /** The line under a drawing of a network. */
    public static String origin(NetworkDocument document, String where) {
        String from = where.isBlank() ? "" : where + " · ";
        return from + "seed " + document.training().seed() + " · Unfold " + Version.number();
    }
}
