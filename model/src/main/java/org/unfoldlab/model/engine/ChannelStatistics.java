package org.unfoldlab.model.engine;

/**
 * Mean and biased variance per channel of one batch-norm position (SPEC §4).
 *
 * @param mean [channels]
 * @param variance [channels]
 */
public record ChannelStatistics(double[] mean, double[] variance) {}
