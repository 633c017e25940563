package org.unfoldlab.app.editor;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.unfoldlab.model.graph.NetworkDocument;

/**
 * Unsaved edits that a program which ended badly left behind.
 *
 * @param draft its file
 * @param document as it was drawn
 * @param file that it was opened from or saved to; absent if there was none
 * @param at when it was kept
 */
public record Draft(Path draft, NetworkDocument document, Optional<Path> file, Instant at) {}
