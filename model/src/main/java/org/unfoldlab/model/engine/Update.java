package org.unfoldlab.model.engine;

/**
 * One step of momentum SGD: v ← μv − η(∇ + λw), w ← w + v, λ on weights only (SPEC §7).
 *
 * @param learningRate η
 * @param momentum μ
 * @param weightDecay λ
 */
public record Update(double learningRate, double momentum, double weightDecay) {}
