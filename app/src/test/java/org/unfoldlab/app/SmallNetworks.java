package org.unfoldlab.app;

import java.util.List;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.State;
import org.unfoldlab.model.graph.Stimulus;
import org.unfoldlab.model.store.Presets;

/** Networks so small that both engines are through with them at once. */
public final class SmallNetworks {
    private SmallNetworks() {}

    /** The demo with a few channels on 8×8 images, read at T = 4. */
    public static NetworkDocument demo() {
        NetworkDocument demo = Presets.find("demo").orElseThrow().document();
        List<State> states = List.of(
                demo.states().get(0).withSize(4, 8, 8), demo.states().get(1).withSize(6, 4, 4));
        return demo.edit()
                .preNet("C")
                .states(states)
                .stimulus(new Stimulus(3, 8, 8, demo.stimulus().timing()))
                .readout(demo.readout().withTime(4))
                .build();
    }
}
