package org.unfoldlab.model.engine.onednn;

import java.util.List;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;

/**
 * The 1 × 3 convolutions that the parts of tiles go through, and their adjoints. Which layout their filters have is
 * decided by the first of them, for the most images at a time.
 */
final class WinogradProducts {
    private static final long[] STRIDE = {1, 1};
    private static final long[] PADDING = {0, 1};

    private final Library library;

    WinogradProducts(Library library) {
        this.library = library;
    }

    /** A primitive and the layout of its filters, or of their gradient. */
    private record Made(primitive called, memory.desc filters) {}

    /** Shape of a part of filters: [out, in, 1, 3]. */
    static List<Integer> filters(WinogradForm form) {
        return List.of(form.outputs(), form.inputs(), 1, 3);
    }

    /** Layout of a part of the input. */
    memory.desc source(WinogradForm form) {
        return library.channelsLast(List.of(form.images(), form.inputs(), form.tiles(), form.width()));
    }

    /** Layout of a part of the output. */
    memory.desc result(WinogradForm form) {
        return library.channelsLast(List.of(form.images(), form.outputs(), form.tiles(), form.width()));
    }

    private convolution_forward.primitive_desc description(WinogradForm form, memory.desc filters, boolean bias) {
        int kind = prop_kind.forward_training.value;
        int direct = algorithm.convolution_direct.value;
        memory.desc x = source(form);
        memory.desc y = result(form);
        primitive_attr plainly = new primitive_attr();
        return bias
                ? new convolution_forward.primitive_desc(
                        library.engine(),
                        kind,
                        direct,
                        x,
                        filters,
                        library.plain(List.of(form.outputs())),
                        y,
                        STRIDE,
                        PADDING,
                        PADDING,
                        plainly,
                        false)
                : new convolution_forward.primitive_desc(
                        library.engine(), kind, direct, x, filters, y, STRIDE, PADDING, PADDING, plainly, false);
    }

    private Made makeForward(WinogradForm form, memory.desc filters, boolean bias) {
        return library.once(
                Made.class,
                () -> {
                    var description = description(form, filters, bias);
                    return new Made(new convolution_forward(description), description.weights_desc());
                },
                "winograd",
                form,
                filters,
                bias);
    }

    private Made makeInputGradient(WinogradForm form, memory.desc filters) {
        return library.once(
                Made.class,
                () -> {
                    var hint = description(form, library.any(filters(form)), false);
                    var description = new convolution_backward_data.primitive_desc(
                            library.engine(),
                            algorithm.convolution_direct.value,
                            source(form),
                            filters,
                            result(form),
                            STRIDE,
                            PADDING,
                            PADDING,
                            hint);
                    return new Made(new convolution_backward_data(description), description.weights_desc());
                },
                "winograd, input gradient",
                form,
                filters);
    }

    private Made makeWeightGradient(WinogradForm form) {
        return library.once(
                Made.class,
                () -> {
                    memory.desc any = library.any(filters(form));
                    var description = new convolution_backward_weights.primitive_desc(
                            library.engine(),
                            algorithm.convolution_direct.value,
                            source(form),
                            any,
                            result(form),
                            STRIDE,
                            PADDING,
                            PADDING,
                            description(form, any, false));
                    return new Made(new convolution_backward_weights(description), description.diff_weights_desc());
                },
                "winograd, weight gradient",
                form);
    }

    /** Layout of a part of filters for a convolution, chunk by chunk. */
    memory.desc forwardFilters(WinogradForm form) {
        return makeForward(form.withImages(form.chunk()), library.any(filters(form)), false)
                .filters();
    }

    /** Layout of a part of filters for the input's gradient. */
    memory.desc inputGradientFilters(WinogradForm form) {
        return makeInputGradient(form.withImages(form.chunk()), library.any(filters(form)))
                .filters();
    }

    /** Layout in which a part of the filters' gradient is computed, from all images at a time. */
    memory.desc weightGradientFilters(WinogradForm form) {
        return makeWeightGradient(form).filters();
    }

    primitive forward(WinogradForm form, memory.desc filters, boolean bias) {
        return makeForward(form, filters, bias).called();
    }

    primitive inputGradient(WinogradForm form, memory.desc filters) {
        return makeInputGradient(form, filters).called();
    }

    primitive weightGradient(WinogradForm form) {
        return makeWeightGradient(form).called();
    }
}
