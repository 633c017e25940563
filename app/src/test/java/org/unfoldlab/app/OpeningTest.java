package org.unfoldlab.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is said when no window can open; the real thing needs a machine without display or GTK. */
class OpeningTest {
    @Test
    void aMissingGtkSaysWhatToInstallAndWhatWorksWithout() {
        String sentence = Window.sentence(new UnsupportedOperationException("Unable to load glass GTK library."));
        assertTrue(sentence.contains("libgtk-3-0 libxtst6"), sentence);
        assertTrue(sentence.contains("unfold demo --no-window"), sentence);
    }

    @Test
    void aLibraryThatGtkNeedsIsMissingToo() {
        Throwable cause = new UnsatisfiedLinkError("no glassgtk3 in java.library.path: /usr/lib");
        assertTrue(Window.sentence(new IllegalStateException(cause)).contains("libxtst6"));
    }

    @Test
    void aDisplayThatDoesNotAnswerIsNamed() {
        String sentence = Window.sentence(new UnsupportedOperationException("Unable to open DISPLAY"));
        assertTrue(sentence.contains("does not answer"), sentence);
    }
}
