/**
 * Which engine computes, and where.
 * In: words as written after {@code --engine} and {@code --device}. Out: an engine, and why this one. Knows all engines
 * by name, and loads none until it is asked for.
 */
@NullMarked
package org.unfoldlab.model.engine.choice;

import org.jspecify.annotations.NullMarked;
