package org.unfoldlab.model.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import org.bytedeco.dnnl.memory;

/** Copies between layouts, plain or added to what is there. */
final class Copies {
    private final Reorders reorders;
    private final Recorder recorder;

    Copies(Library library, Recorder recorder) {
        reorders = new Reorders(library);
        this.recorder = recorder;
    }

    /** A copy whenever learned tensors have changed. */
    void prepare(Slot from, memory.desc fromLayout, Slot to, memory.desc toLayout) {
        recorder.prepare(
                reorders.of(fromLayout, toLayout, false),
                new Recorder.Argument(DNNL_ARG_SRC, from, fromLayout),
                new Recorder.Argument(DNNL_ARG_DST, to, toLayout));
    }

    /** A copy in each run; offsets in bytes. */
    void copy(
            Slot from,
            memory.desc fromLayout,
            long fromOffset,
            Slot to,
            memory.desc toLayout,
            long toOffset,
            boolean add) {
        recorder.call(
                "copy",
                reorders.of(fromLayout, toLayout, add),
                new Recorder.Argument(DNNL_ARG_SRC, from, fromLayout, fromOffset),
                new Recorder.Argument(DNNL_ARG_DST, to, toLayout, toOffset));
    }
}
