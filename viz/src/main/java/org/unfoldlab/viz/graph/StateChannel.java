package org.unfoldlab.viz.graph;

/**
 * One channel of a state: chosen in Watch or Explore, its feature map is shown in Explore. Channel c of the first batch
 * norm of a transition that leaves a state is channel c of that state.
 *
 * @param state its name
 * @param channel from 0
 */
public record StateChannel(String state, int channel) {
    public StateChannel {
        if (channel < 0) {
            throw new IllegalArgumentException("channels are numbered from 0, got " + channel);
        }
    }
}
