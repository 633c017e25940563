package org.unfoldlab.model.graph;

/**
 * A brain area or processing stage: one array h of channels × height × width for each time step.
 *
 * @param name letters, digits and {@code _}
 * @param height in units of the state's own grid
 * @param width in units of the state's own grid
 * @param activation applied after combining
 */
public record State(String name, int channels, int height, int width, Activation activation, Extras extras) {
    public State(String name, int channels, int height, int width) {
        this(name, channels, height, width, Activation.NONE, Extras.NONE);
    }

    public State withName(String newName) {
        return new State(newName, channels, height, width, activation, extras);
    }

    public State withSize(int newChannels, int newHeight, int newWidth) {
        return new State(name, newChannels, newHeight, newWidth, activation, extras);
    }

    public State withActivation(Activation newActivation) {
        return new State(name, channels, height, width, newActivation, extras);
    }
}
