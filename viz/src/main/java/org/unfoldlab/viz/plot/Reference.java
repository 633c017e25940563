package org.unfoldlab.viz.plot;

/**
 * A horizontal line to compare with, e.g. chance: dashed and grey.
 *
 * @param y its value
 * @param text what it says, e.g. "chance, 90 %"
 */
public record Reference(double y, String text) {}
