package org.unfoldlab.app;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;

/** Opens the window, or says why there can be none. */
public final class Window {
    private static final String WITHOUT_ONE =
            " Everything else works without one: see 'unfold --help', for example 'unfold demo --no-window'.";

    private Window() {}

    /**
     * Opens the window and returns when it is closed.
     *
     * @param parameters see {@link UnfoldApplication}
     * @return a sentence on what is missing and what to do, if the window cannot be opened
     */
    public static Optional<String> open(String... parameters) {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        String display = System.getenv("DISPLAY");
        if (linux && (display == null || display.isBlank())) {
            return Optional.of("No window can open: there is no display (DISPLAY is not set)." + WITHOUT_ONE);
        }
        Optional<String> trouble = startToolkit().map(Window::sentence);
        if (trouble.isEmpty()) {
            Application.launch(UnfoldApplication.class, parameters);
        }
        return trouble;
    }

    /** Starts JavaFX, which on failure prints its own stack traces besides throwing; those are kept from the user. */
    private static Optional<Throwable> startToolkit() {
        // JavaFX warns that it lies on the class path, which is how this program is meant to run.
        Logger javafx = Logger.getLogger("javafx");
        javafx.setLevel(Level.SEVERE);
        PrintStream err = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            Platform.startup(() -> javafx.setLevel(Level.WARNING));
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(e);
        } finally {
            System.setErr(err);
        }
    }

    /** What to say of a toolkit that does not start. */
    static String sentence(Throwable trouble) {
        StringBuilder said = new StringBuilder();
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            said.append(cause.getMessage()).append(' ');
        }
        String words = said.toString();
        if (words.contains("DISPLAY")) {
            return "No window can open: the display " + System.getenv("DISPLAY") + " does not answer." + WITHOUT_ONE;
        }
        if (words.contains("GTK") || words.contains("glassgtk") || words.contains("UnsatisfiedLinkError")) {
            return "No window can open: GTK 3 or a library that it needs is missing; install it, on Debian and Ubuntu"
                    + " with 'apt-get install libgtk-3-0 libxtst6 libpangoft2-1.0-0 fontconfig'." + WITHOUT_ONE;
        }
        return "No window can open: " + words.strip() + "." + WITHOUT_ONE;
    }
}
