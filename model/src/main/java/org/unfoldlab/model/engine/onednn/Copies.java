package org.unfoldlab.model.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reorder;

/** Copies between layouts, plain or added to what is there. */
final class Copies {
    private final Library library;
    private final Recorder recorder;

    Copies(Library library, Recorder recorder) {
        this.library = library;
        this.recorder = recorder;
    }

    /** A copy whenever learned tensors have changed. */
    void prepare(Slot from, memory.desc fromLayout, Slot to, memory.desc toLayout) {
        recorder.prepare(
                made(fromLayout, toLayout, false),
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
                made(fromLayout, toLayout, add),
                new Recorder.Argument(DNNL_ARG_SRC, from, fromLayout, fromOffset),
                new Recorder.Argument(DNNL_ARG_DST, to, toLayout, toOffset));
    }

    private primitive made(memory.desc from, memory.desc to, boolean add) {
        return library.once(
                reorder.class,
                () -> {
                    primitive_attr attributes = new primitive_attr();
                    if (add) {
                        post_ops sum = new post_ops();
                        sum.append_sum();
                        attributes.set_post_ops(sum);
                    }
                    return new reorder(new reorder.primitive_desc(
                            library.engine(), from, library.engine(), to, attributes, false));
                },
                System.identityHashCode(from),
                System.identityHashCode(to),
                add);
    }
}
