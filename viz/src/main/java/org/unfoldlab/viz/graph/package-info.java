/**
 * Draws the graph of states and transitions.
 */
@NullMarked
package org.unfoldlab.viz.graph;

import org.jspecify.annotations.NullMarked;
