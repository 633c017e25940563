package org.unfoldlab.viz.plot;

/**
 * A mark on its way.
 *
 * @param mark as it stands in the model
 * @param place where it would be put
 * @param words what that would do
 */
record MarkDrag(Mark mark, double place, String words) {}
