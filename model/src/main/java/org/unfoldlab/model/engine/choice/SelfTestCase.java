package org.unfoldlab.model.engine.choice;

import java.util.List;
import java.util.Random;
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
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.HostArray;

/** The network and the images of the self-test: two areas of 16 and 32 channels, T = 4. */
final class SelfTestCase {
    private static final int CLASSES = 10;
    private static final int SIDE = 16;

    private SelfTestCase() {}

    static Program program() {
        Checked checked = NetworkChecker.check(document());
        if (checked instanceof Checked.Valid valid) {
            return Lowering.lower(Unroller.unroll(valid.network()));
        }
        throw new IllegalStateException("the self-test's network has errors: " + checked.problems());
    }

    private static NetworkDocument document() {
        return new NetworkDocument(
                NetworkDocument.CURRENT_FORMAT,
                "self-test",
                "",
                "",
                new Stimulus(3, SIDE, SIDE, Timing.ONSET),
                "C",
                List.of(new State("V1", 16, SIDE, SIDE), new State("V2", 32, SIDE / 2, SIDE / 2)),
                List.of(
                        new Transition("V1", "V1", "BRCx2", Shortcut.IDENTITY),
                        new Transition("V1", "V2", "BRCx2", Shortcut.NONE),
                        new Transition("V2", "V1", "BRDx2", Shortcut.NONE),
                        new Transition("V2", "V2", "BRCx2", Shortcut.IDENTITY)),
                Combine.MEAN,
                new Sharing.OverTime(),
                Normalization.DEFAULT,
                new Readout("V2", 4),
                CLASSES,
                DataChoice.SHAPES,
                Training.PAPER,
                Measure.DEFAULT,
                Layout.EMPTY,
                Extras.NONE);
    }

    static HostArray images(int count) {
        Random random = new Random(1);
        float[] values = new float[count * 3 * SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return HostArray.ofFloats(new int[] {count, 3, SIDE, SIDE}, values);
    }

    static int[] labels(int count) {
        return new Random(2).ints(count, 0, CLASSES).toArray();
    }
}
