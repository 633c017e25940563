package org.unfoldlab.model.network;

import java.util.ArrayList;
import java.util.List;
import org.unfoldlab.model.graph.Combine;
import org.unfoldlab.model.graph.DataChoice;
import org.unfoldlab.model.graph.Extras;
import org.unfoldlab.model.graph.Layout;
import org.unfoldlab.model.graph.Measure;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.Readout;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Shortcut;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Stimulus;
import org.unfoldlab.model.graph.Timing;
import org.unfoldlab.model.graph.Training;
import org.unfoldlab.model.graph.Transition;

/** Small networks that tests start from. */
public final class Networks {
    private Networks() {}

    /** V1 4×8², V2 6×4², all four transitions, read at V2. */
    public static NetworkDocument twoAreas(int readoutTime) {
        return document(
                List.of(new State("V1", 4, 8, 8), new State("V2", 6, 4, 4)),
                List.of(
                        new Transition("V1", "V1", "BRCx2", Shortcut.IDENTITY),
                        new Transition("V1", "V2", "BRCx2", Shortcut.NONE),
                        new Transition("V2", "V1", "BRDx2", Shortcut.NONE),
                        new Transition("V2", "V2", "BRCx2", Shortcut.IDENTITY)),
                "V2",
                readoutTime);
    }

    /** The paper's 2-state ResNet with small widths: self to T−3, across at T−2, second state at T−1. */
    public static NetworkDocument resNet(int readoutTime) {
        return document(
                        List.of(new State("h1", 6, 8, 8), new State("h2", 8, 4, 4)),
                        List.of(
                                new Transition("h1", "h1", "BRCx2", Shortcut.IDENTITY, "1..T-3"),
                                new Transition("h1", "h2", "BRCx2", Shortcut.NONE, "T-2"),
                                new Transition("h2", "h2", "BRCx2", Shortcut.IDENTITY, "T-1")),
                        "h2",
                        readoutTime)
                .edit()
                .combine(Combine.SUM)
                .build();
    }

    /** Four areas, every pair connected when {@code full}, else neighbours and selves only. */
    public static NetworkDocument fourAreas(int readoutTime, boolean full) {
        String[] names = {"V1", "V2", "V4", "IT"};
        List<State> states = new ArrayList<>();
        List<Transition> transitions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            states.add(new State(names[i], 8 << i, 32 >> i, 32 >> i));
            for (int j = 0; j < 4; j++) {
                if (full || Math.abs(i - j) <= 1) {
                    int n = Math.max(2, Math.abs(i - j));
                    transitions.add(new Transition(
                            names[i],
                            names[j],
                            (i > j ? "BRDx" : "BRCx") + n,
                            i == j ? Shortcut.IDENTITY : Shortcut.NONE));
                }
            }
        }
        return document(states, transitions, "IT", readoutTime)
                .edit()
                .stimulus(new Stimulus(3, 32, 32, Timing.ONSET))
                .preNet("CBRCBRC")
                .build();
    }

    /** A document with everything else at its default. */
    public static NetworkDocument document(
            List<State> states, List<Transition> transitions, String readout, int readoutTime) {
        return new NetworkDocument(
                NetworkDocument.CURRENT_FORMAT,
                "test",
                "",
                "",
                new Stimulus(3, 8, 8, Timing.ONSET),
                "C",
                states,
                transitions,
                Combine.MEAN,
                new Sharing.OverTime(),
                Normalization.DEFAULT,
                new Readout(readout, readoutTime),
                10,
                DataChoice.SHAPES,
                Training.PAPER,
                Measure.DEFAULT,
                Layout.EMPTY,
                Extras.NONE);
    }

    /** The network of a document that has no errors. */
    public static Network valid(NetworkDocument document) {
        Checked checked = NetworkChecker.check(document);
        if (checked instanceof Checked.Valid valid) {
            return valid.network();
        }
        throw new AssertionError(checked.problems());
    }
}
