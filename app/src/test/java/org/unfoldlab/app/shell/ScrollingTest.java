package org.unfoldlab.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScrollingTest {
    @Test
    void whatIsInSightStaysWhereItIsAndTheRestComesIntoSightByTheShortestWay() {
        assertThat(Scrolling.toSee(100, 400, 200, 150, 250)).as("in sight").isEqualTo(0.25);
        assertThat(Scrolling.toSee(100, 400, 200, 40, 90)).as("before").isEqualTo(0.1);
        assertThat(Scrolling.toSee(100, 400, 200, 350, 500)).as("behind").isEqualTo(0.75);
        assertThat(Scrolling.toSee(0, 400, 200, 300, 700))
                .as("longer than what is seen")
                .isEqualTo(0.75);
        assertThat(Scrolling.toSee(0, 400, 200, -5, 700))
                .as("no farther than there is")
                .isZero();
    }
}
