package org.unfoldlab.viz.plot;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;

/**
 * What dragging a mark does. While it is dragged only a pale line goes along; nothing happens until it is let go, and
 * Escape calls it off.
 *
 * @param kind which marks can be dragged
 * @param words what letting go would do there, e.g. "new run trained at t = 9"
 * @param action told the whole place where it was let go, if it is another
 */
public record MarkMove(Mark.Kind kind, DoubleFunction<String> words, DoubleConsumer action) {}
