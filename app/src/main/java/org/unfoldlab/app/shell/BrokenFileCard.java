package org.unfoldlab.app.shell;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.unfoldlab.model.store.NetworkReading;

/** A file that cannot be read: why, the lines in question, and that it was left as it is. */
public final class BrokenFileCard {
    private static final String LEFT_ALONE = "The file was left as it is.";
    private static final String GONE =
            "It may have been moved or renamed: open it where it is now. Recent files do not list it any" + " more.";

    private static final int MOST_PROBLEMS = 5;
    private static final int LONGEST_LINE = 80;
    private static final long LARGEST_FILE = 1 << 20;

    private BrokenFileCard() {}

    /** Looks at the file; never on the screen's thread. */
    public static Excerpt excerpt(Path file, NetworkReading.Unreadable why) throws IOException {
        return new Excerpt(lines(file, why), Files.exists(file));
    }

    /**
     * What is seen of a broken file.
     *
     * @param lines around the first mistake, numbered; empty if the file does not tell
     * @param there false if there is no such file
     */
    public record Excerpt(List<String> lines, boolean there) {
        public Excerpt {
            lines = List.copyOf(lines);
        }
    }

    private static List<String> lines(Path file, NetworkReading.Unreadable why) throws IOException {
        int line = why.problems().get(0).line();
        if (line < 1 || !Files.isReadable(file) || Files.size(file) > LARGEST_FILE) {
            return List.of();
        }
        Charset tolerant = StandardCharsets.ISO_8859_1;
        List<String> lines =
                Files.readString(file, tolerant).lines().limit(line + 1L).toList();
        List<String> excerpt = new ArrayList<>();
        for (int i = Math.max(0, line - 2); i < lines.size(); i++) {
            String text = lines.get(i);
            String shown = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "…" : text;
            excerpt.add(String.format(Locale.ROOT, "%s %4d  %s", i == line - 1 ? "▸" : " ", i + 1, shown));
        }
        return excerpt;
    }

    public static Node of(NetworkReading.Unreadable why, Excerpt excerpt, Runnable showInFolder) {
        VBox box = new VBox(12, sentence(why, excerpt.there()));
        if (!excerpt.lines().isEmpty()) {
            Label lines = new Label(String.join("\n", excerpt.lines()));
            lines.getStyleClass().addAll("mono", "file-excerpt");
            lines.setMaxWidth(Double.MAX_VALUE);
            lines.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(lines);
        }
        Button folder = new Button("Show in folder");
        folder.setOnAction(event -> showInFolder.run());
        box.getChildren().add(new HBox(8, folder));
        return box;
    }

    private static Label sentence(NetworkReading.Unreadable why, boolean there) {
        String problems = why.problems().stream()
                .limit(MOST_PROBLEMS)
                .map(NetworkReading.Problem::text)
                .collect(Collectors.joining("\n"));
        Label label = new Label(problems + "\n" + (there ? LEFT_ALONE : GONE));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setId("broken-file-reason");
        return label;
    }
}
