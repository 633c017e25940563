package org.unfoldlab.model.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/**
 * What a convolution does with its output before it is written.
 *
 * @param inPlace true when the output is added to what is there
 * @param addends how many further arrays are added
 * @param scale what the sum is multiplied by
 */
record Finish(boolean relu, boolean inPlace, int addends, double scale) {
    static final Finish NONE = new Finish(false, false, 0, 1);

    /** @param y layout of the output and the addends */
    primitive_attr attributes(memory.desc y) {
        post_ops after = new post_ops();
        if (inPlace) {
            after.append_sum();
        }
        for (int i = 0; i < addends; i++) {
            after.append_binary(algorithm.binary_add.value, y);
        }
        if (scale != 1) {
            after.append_eltwise(algorithm.eltwise_linear.value, (float) scale, 0f);
        }
        if (relu) {
            after.append_eltwise(algorithm.eltwise_relu.value, 0f, 0f);
        }
        primitive_attr attributes = new primitive_attr();
        attributes.set_post_ops(after);
        return attributes;
    }

    /** oneDNN's number for an addend. */
    int addend(int index) {
        int before = inPlace ? 1 : 0;
        return DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * (before + index + 1) | DNNL_ARG_SRC_1;
    }
}
