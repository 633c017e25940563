/**
 * Explore: one image in a trained network over time. In: runs and the document's T. Out: questions to a process that
 * answers for a run ({@code model.explore}); what it answers is drawn by {@code viz.explore}. Computes nothing itself.
 */
@NullMarked
package org.unfoldlab.app.explore;

import org.jspecify.annotations.NullMarked;
