package org.unfoldlab.model.program;

/**
 * Where a batch norm stands: {@code ID/norm1} at t.
 *
 * @param norm {@code ID/normB}, {@code pre/normB} or {@code post/norm1}
 * @param time t of the step; 0 for the pre-net, the readout time for the post-net
 */
public record NormPosition(String norm, int time) {
    /** {@code ID/normB@t}. */
    @Override
    public String toString() {
        return norm + "@" + time;
    }
}
