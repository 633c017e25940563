package org.unfoldlab.model.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.unfoldlab.model.result.Events;
import org.unfoldlab.model.result.TrainingEvent;

class EventLinesTest {
    @Property(tries = 300)
    void everyEventComesBackFromItsLine(@ForAll("events") TrainingEvent event) {
        String line = EventLines.write(event);
        assertFalse(line.contains("\n"));
        assertEquals(Optional.of(event), EventLines.read(line));
    }

    @Property(tries = 100)
    void aLineCutOffAnywhereIsNoEvent(@ForAll("events") TrainingEvent event, @ForAll int place) {
        String line = EventLines.write(event);
        String torn = line.substring(0, Math.floorMod(place, line.length()));
        assertEquals(Optional.empty(), EventLines.read(torn));
    }

    @Example
    void fieldsOfNewerVersionsAreSkipped() {
        String line = EventLines.write(Events.batch(1, 2));
        String newer = line.substring(0, line.length() - 1) + ",\"temperature\":{\"gpu\":70}}";
        assertEquals(Optional.of(Events.batch(1, 2)), EventLines.read(newer));
    }

    @Example
    void eventsOfNewerVersionsAreSkipped() {
        assertEquals(Optional.empty(), EventLines.read("{\"event\":\"teleported\",\"at\":\"2026-11-21T12:00:00Z\"}"));
        assertEquals(Optional.empty(), EventLines.read("{\"event\":\"batch\"}"));
        assertEquals(Optional.empty(), EventLines.read("Picked up JAVA_TOOL_OPTIONS"));
    }

    @Provide
    Arbitrary<TrainingEvent> events() {
        return Events.any();
    }
}
