package org.unfoldlab.model.engine.onednn;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;

/**
 * Calls in order over stretches of memory that have no address yet.
 *
 * @param scratch bytes of each stretch that nobody reads before or afterwards
 */
record Work(List<Step> steps, Map<Stretch, Long> scratch) {
    Work {
        steps = List.copyOf(steps);
        scratch = Map.copyOf(scratch);
    }

    /** What a stretch of memory holds. */
    enum Stretch {
        /** Read: images, or filters. */
        SOURCE,
        /** Read: filters, or the output's gradient. */
        OTHER,
        /** Read: a number for each channel of the output. */
        BIAS,
        /** Read: arrays that are added to the output. */
        ADDEND,
        /** Read: a matrix; its offset is its address. */
        MATRIX,
        /** Written, or added to. */
        RESULT,
        /** Parts of the tiles of SOURCE. */
        SOURCE_PARTS,
        /** Parts of the tiles of OTHER or RESULT. */
        RESULT_PARTS,
        /** Parts of filters, in whatever layout. */
        FILTER_PARTS,
        /** Parts of filters, input channels innermost. */
        PLAIN_PARTS,
        /** Filters, input channels innermost. */
        INNERMOST;

        boolean isScratch() {
            return compareTo(RESULT) > 0;
        }
    }

    /**
     * An argument of a call.
     *
     * @param name oneDNN's number for it
     * @param index which one, of addends
     * @param offset bytes into the stretch
     */
    record Argument(int name, Stretch stretch, int index, memory.desc layout, long offset) {
        Argument(int name, Stretch stretch, memory.desc layout, long offset) {
            this(name, stretch, 0, layout, offset);
        }

        /** One of several arrays of a layout that lie one behind the other. */
        static Argument nth(int name, Stretch stretch, memory.desc layout, int index) {
            return new Argument(name, stretch, layout, index * layout.get_size());
        }

        private long end() {
            return offset + layout.get_size();
        }
    }

    /** A call. */
    record Step(primitive called, List<Argument> arguments) {}

    /** Puts calls in order. */
    static final class Builder {
        private final List<Step> steps = new ArrayList<>();
        private final Map<Stretch, Long> scratch = new EnumMap<>(Stretch.class);

        void call(primitive called, List<Argument> arguments) {
            steps.add(new Step(called, List.copyOf(arguments)));
            for (Argument argument : arguments) {
                if (argument.stretch().isScratch()) {
                    scratch.merge(argument.stretch(), argument.end(), Math::max);
                }
            }
        }

        void call(primitive called, Argument... arguments) {
            call(called, List.of(arguments));
        }

        Work done() {
            return new Work(steps, scratch);
        }
    }
}
