package org.unfoldlab.model.engine;

/**
 * What a training step says.
 *
 * @param loss mean cross-entropy of the batch at the trained readout, before the update
 * @param correct images of the batch whose largest logit was the label's
 * @param finite false when the loss or a gradient is not a number or infinite; then nothing was updated
 */
public record StepResult(double loss, int correct, boolean finite) {}
