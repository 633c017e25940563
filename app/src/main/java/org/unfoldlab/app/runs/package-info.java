/**
 * Runs and their workers: the parent side of the worker protocol.
 */
@NullMarked
package org.unfoldlab.app.runs;

import org.jspecify.annotations.NullMarked;
