package org.unfoldlab.model.graph;

import java.util.List;

/** Changes parts of a document; what is not named stays as it is. */
public final class NetworkDocumentBuilder {
    private int format;
    private String title;
    private String description;
    private String source;
    private Stimulus stimulus;
    private String preNet;
    private List<State> states;
    private List<Transition> transitions;
    private Combine combine;
    private Sharing sharing;
    private Normalization normalization;
    private Readout readout;
    private int classes;
    private DataChoice data;
    private Training training;
    private Measure measure;
    private Layout layout;
    private Extras extras;

    NetworkDocumentBuilder(NetworkDocument from) {
        format = from.format();
        title = from.title();
        description = from.description();
        source = from.source();
        stimulus = from.stimulus();
        preNet = from.preNet();
        states = from.states();
        transitions = from.transitions();
        combine = from.combine();
        sharing = from.sharing();
        normalization = from.normalization();
        readout = from.readout();
        classes = from.classes();
        data = from.data();
        training = from.training();
        measure = from.measure();
        layout = from.layout();
        extras = from.extras();
    }

    public NetworkDocumentBuilder format(int value) {
        format = value;
        return this;
    }

    public NetworkDocumentBuilder title(String value) {
        title = value;
        return this;
    }

    public NetworkDocumentBuilder description(String value) {
        description = value;
        return this;
    }

    public NetworkDocumentBuilder source(String value) {
        source = value;
        return this;
    }

    public NetworkDocumentBuilder stimulus(Stimulus value) {
        stimulus = value;
        return this;
    }

    public NetworkDocumentBuilder preNet(String value) {
        preNet = value;
        return this;
    }

    public NetworkDocumentBuilder states(List<State> value) {
        states = value;
        return this;
    }

    public NetworkDocumentBuilder transitions(List<Transition> value) {
        transitions = value;
        return this;
    }

    public NetworkDocumentBuilder combine(Combine value) {
        combine = value;
        return this;
    }

    public NetworkDocumentBuilder sharing(Sharing value) {
        sharing = value;
        return this;
    }

    public NetworkDocumentBuilder normalization(Normalization value) {
        normalization = value;
        return this;
    }

    public NetworkDocumentBuilder readout(Readout value) {
        readout = value;
        return this;
    }

    public NetworkDocumentBuilder classes(int value) {
        classes = value;
        return this;
    }

    public NetworkDocumentBuilder data(DataChoice value) {
        data = value;
        return this;
    }

    public NetworkDocumentBuilder training(Training value) {
        training = value;
        return this;
    }

    public NetworkDocumentBuilder measure(Measure value) {
        measure = value;
        return this;
    }

    public NetworkDocumentBuilder layout(Layout value) {
        layout = value;
        return this;
    }

    public NetworkDocumentBuilder extras(Extras value) {
        extras = value;
        return this;
    }

    public NetworkDocument build() {
        return new NetworkDocument(
                format,
                title,
                description,
                source,
                stimulus,
                preNet,
                states,
                transitions,
                combine,
                sharing,
                normalization,
                readout,
                classes,
                data,
                training,
                measure,
                layout,
                extras);
    }
}
