package org.unfoldlab.app.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.unfoldlab.app.editor.DocumentViewModel;

/**
 * What the window shows of the program.
 *
 * @param title of the open network
 * @param saveState e.g. {@code Edited · not saved}
 * @param transport what the chosen run does
 * @param error the third part of the sentence
 * @param showProblems opens the list of problems
 * @param chip says where new runs compute
 */
public record WindowParts(
        DocumentViewModel document,
        ObservableValue<String> title,
        ObservableValue<String> saveState,
        ObservableValue<TransportState> transport,
        ObservableValue<ErrorWords> error,
        Runnable showProblems,
        Node chip) {}
