package org.unfoldlab.app.editor;

import java.nio.file.Path;
import java.util.Optional;
import org.unfoldlab.model.store.Presets;

/** A program that keeps a draft and waits to be killed. */
final class DraftingMain {
    private DraftingMain() {}

    public static void main(String[] arguments) throws Exception {
        new DraftFolder(Path.of(arguments[0]))
                .write(
                        Presets.find("demo")
                                .orElseThrow()
                                .document()
                                .edit()
                                .title("Unsaved")
                                .build(),
                        Optional.empty());
        System.out.println("kept");
        Thread.sleep(60_000);
    }
}
