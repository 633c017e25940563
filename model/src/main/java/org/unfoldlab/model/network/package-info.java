/**
 * Turns a document into a checked network: all problems at once, each with its place and remedy.
 * In: {@code model.graph} documents. Out: networks whose every shape is known. Knows no time expansion and no engine.
 */
@NullMarked
package org.unfoldlab.model.network;

import org.jspecify.annotations.NullMarked;
