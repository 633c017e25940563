package org.unfoldlab.model.engine.onednn;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reorder;

/** oneDNN's copies between layouts, each made once. */
final class Reorders {
    private final Library library;

    Reorders(Library library) {
        this.library = library;
    }

    /** @param add whether it is added to what is there */
    primitive of(memory.desc from, memory.desc to, boolean add) {
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
                from,
                to,
                add);
    }
}
