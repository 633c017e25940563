package org.unfoldlab.model.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.unfoldlab.model.engine.onednn.WinogradForm.TILE;
import static org.unfoldlab.model.engine.onednn.WinogradMatrices.PARTS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.unfoldlab.model.engine.onednn.Work.Argument;
import org.unfoldlab.model.engine.onednn.Work.Stretch;

/*
 * Winograd's trick along the height only. Four rows of output are computed from a tile of six rows of input: the tile is
 * led to six parts, each part goes through a 1 × 3 convolution of its own along the width, the six results are put
 * together. That is 6 · 3 products for what takes 4 · 9 directly: half. Along both axes it would be a quarter, with
 * several times the rounding error and more to read and write than is won here. With the channels innermost a row of an
 * image is one vector, so leading rows to parts and back is a product with a small matrix: oneDNN has everything that is
 * needed. Neighbouring tiles share two rows, hence a product for each tile of an image. A few images are worked on at a
 * time, so that their parts stay in the cache.
 *
 * The parts of an array [N, C, H, W] lie as six arrays [N, C, H/4, W], one behind the other, channels innermost; those of
 * filters as six of [out, in, 1, 3]. Products at the point 1 enter every row of output with a factor of 1: a bias is
 * added there.
 */
/** 3 × 3 convolutions and their adjoints with half the products. */
final class Winograd {
    /** Where the point 1 is among the parts. */
    private static final int AT_ONE = 1;

    /** How oneDNN names what it compiles for the processor at hand. */
    private static final String COMPILED = "brg";

    private final Library library;
    private final WinogradMatrices matrices;
    private final WinogradProducts products;
    private final Reorders reorders;

    private Winograd(Library library) {
        this.library = library;
        matrices = new WinogradMatrices(library);
        products = new WinogradProducts(library);
        reorders = new Reorders(library);
    }

    /** Empty where oneDNN has no compiled code for products with small matrices, which then take longer than is won. */
    static Optional<Winograd> find(Library library) {
        Winograd made = new Winograd(library);
        memory.desc square = made.matrices(1, PARTS, PARTS, PARTS * PARTS, PARTS);
        memory.desc rows = made.matrices(1, PARTS, 1024, PARTS * 1024, 1024);
        String implementation = new matmul.primitive_desc(library.engine(), square, rows, rows)
                .impl_info_str()
                .getString();
        return implementation.startsWith(COMPILED) ? Optional.of(made) : Optional.empty();
    }

    /** A batch of matrices in memory. */
    private record Matrices(Stretch stretch, memory.desc layout, long offset) {}

    /** Bytes of the parts of filters as {@link #forward} or, back, {@link #inputGradient} wants them. */
    long filterBytes(WinogradForm form, boolean back) {
        return PARTS * filterLayout(form, back).get_size();
    }

    private memory.desc filterLayout(WinogradForm form, boolean back) {
        return back ? products.inputGradientFilters(form) : products.forwardFilters(form);
    }

    /**
     * From filters [out, in, 3, 3], SOURCE, to their parts, RESULT.
     *
     * @param back for {@link #inputGradient}
     * @param innermost whether the filters' input channels lie innermost; otherwise the filters are row-major
     */
    Work filters(WinogradForm form, boolean back, boolean innermost) {
        Work.Builder work = new Work.Builder();
        if (!innermost) {
            copy(work, rowMajor(form), Stretch.SOURCE, innermost(form), Stretch.INNERMOST, false);
        }
        multiply(
                work,
                matrices.filter(back),
                filterRows(form, innermost ? Stretch.SOURCE : Stretch.INNERMOST),
                filterParts(form),
                Finish.NONE);
        memory.desc wanted = filterLayout(form, back);
        for (int part = 0; part < PARTS; part++) {
            work.call(
                    reorders.of(plainPart(form), wanted, false),
                    Argument.nth(DNNL_ARG_SRC, Stretch.PLAIN_PARTS, plainPart(form), part),
                    Argument.nth(DNNL_ARG_DST, Stretch.RESULT, wanted, part));
        }
        return work.done();
    }

    /** From images, SOURCE, and parts of filters, OTHER, to images, RESULT, perhaps with a BIAS and ADDENDs. */
    Work forward(WinogradForm form, boolean bias, Finish finish) {
        Work.Builder work = new Work.Builder();
        memory.desc filters = filterLayout(form, false);
        for (WinogradForm.Chunk chunk : form.chunks()) {
            sourceParts(work, chunk.form(), chunk.first());
            for (int part = 0; part < PARTS; part++) {
                forward(work, chunk.form(), filters, part, bias && part == AT_ONE);
            }
            results(work, chunk.form(), chunk.first(), finish);
        }
        return work.done();
    }

    private void forward(Work.Builder work, WinogradForm form, memory.desc filters, int part, boolean bias) {
        List<Argument> arguments = new ArrayList<>(List.of(
                Argument.nth(DNNL_ARG_SRC, Stretch.SOURCE_PARTS, products.source(form), part),
                Argument.nth(DNNL_ARG_WEIGHTS, Stretch.OTHER, filters, part),
                Argument.nth(DNNL_ARG_DST, Stretch.RESULT_PARTS, products.result(form), part)));
        if (bias) {
            arguments.add(new Argument(DNNL_ARG_BIAS, Stretch.BIAS, library.plain(List.of(form.outputs())), 0));
        }
        work.call(products.forward(form, filters, bias), arguments);
    }

    /** From the output's gradient, SOURCE, and parts of filters, OTHER, to the input's gradient, RESULT. */
    Work inputGradient(WinogradForm form) {
        Work.Builder work = new Work.Builder();
        memory.desc filters = filterLayout(form, true);
        for (WinogradForm.Chunk chunk : form.chunks()) {
            WinogradForm some = chunk.form();
            sourceParts(work, some.back(), chunk.first());
            for (int part = 0; part < PARTS; part++) {
                work.call(
                        products.inputGradient(some, filters),
                        Argument.nth(DNNL_ARG_DIFF_DST, Stretch.SOURCE_PARTS, products.result(some), part),
                        Argument.nth(DNNL_ARG_WEIGHTS, Stretch.OTHER, filters, part),
                        Argument.nth(DNNL_ARG_DIFF_SRC, Stretch.RESULT_PARTS, products.source(some), part));
            }
            results(work, some.back(), chunk.first(), Finish.NONE);
        }
        return work.done();
    }

    /**
     * From images, SOURCE, and the output's gradient, OTHER, to the filters' gradient, RESULT.
     *
     * @param innermost as for {@link #filters}
     * @param add whether it is added to what is there
     */
    Work weightGradient(WinogradForm form, boolean innermost, boolean add) {
        Work.Builder work = new Work.Builder();
        for (WinogradForm.Chunk chunk : form.chunks()) {
            sourceParts(work, chunk.form(), chunk.first());
            Matrices rows = tileRows(chunk.form(), Stretch.OTHER, chunk.first());
            multiply(work, matrices.resultBack(), rows, resultParts(chunk.form()), Finish.NONE);
            filterParts(work, chunk.form(), chunk.first() > 0);
        }
        multiply(
                work,
                matrices.filterBack(),
                filterParts(form),
                filterRows(form, innermost ? Stretch.RESULT : Stretch.INNERMOST),
                new Finish(false, innermost && add, 0, 1));
        if (!innermost) {
            copy(work, innermost(form), Stretch.INNERMOST, rowMajor(form), Stretch.RESULT, add);
        }
        return work.done();
    }

    /** The parts of the filters' gradient from some of the images, set or added to what is there. */
    private void filterParts(Work.Builder work, WinogradForm chunk, boolean add) {
        memory.desc computed = products.weightGradientFilters(chunk);
        memory.desc plain = plainPart(chunk);
        for (int part = 0; part < PARTS; part++) {
            work.call(
                    products.weightGradient(chunk),
                    Argument.nth(DNNL_ARG_SRC, Stretch.SOURCE_PARTS, products.source(chunk), part),
                    Argument.nth(DNNL_ARG_DIFF_DST, Stretch.RESULT_PARTS, products.result(chunk), part),
                    Argument.nth(DNNL_ARG_DIFF_WEIGHTS, Stretch.FILTER_PARTS, computed, part));
            work.call(
                    reorders.of(computed, plain, add),
                    Argument.nth(DNNL_ARG_SRC, Stretch.FILTER_PARTS, computed, part),
                    Argument.nth(DNNL_ARG_DST, Stretch.PLAIN_PARTS, plain, part));
        }
    }

    /** A tile's first and last rows may be beyond the image's edge, where there is nothing but zero. */
    private void sourceParts(Work.Builder work, WinogradForm form, int image) {
        int row = form.inputRow();
        long part = form.part(row);
        for (int tile = 0; tile < form.tiles(); tile++) {
            int begin = TILE * tile - 1;
            int first = Math.max(0, begin);
            int rows = Math.min(form.height(), begin + PARTS) - first;
            memory.desc from = matrices(form.images(), rows, row, (long) form.height() * row, row);
            memory.desc to = matrices(form.images(), PARTS, row, (long) form.tiles() * row, part);
            multiply(
                    work,
                    matrices.source(first - begin, rows),
                    new Matrices(Stretch.SOURCE, from, floats(((long) image * form.height() + first) * row)),
                    new Matrices(Stretch.SOURCE_PARTS, to, floats((long) tile * row)),
                    Finish.NONE);
        }
    }

    private void results(Work.Builder work, WinogradForm form, int image, Finish finish) {
        multiply(work, matrices.result(), resultParts(form), tileRows(form, Stretch.RESULT, image), finish);
    }

    /** For each tile of each image, its parts. */
    private Matrices resultParts(WinogradForm form) {
        int row = form.outputRow();
        int tiles = form.images() * form.tiles();
        return new Matrices(Stretch.RESULT_PARTS, matrices(tiles, PARTS, row, row, form.part(row)), 0);
    }

    /** For each tile of each image, its four rows of output. */
    private Matrices tileRows(WinogradForm form, Stretch stretch, int image) {
        int row = form.outputRow();
        int tiles = form.images() * form.tiles();
        long offset = (long) image * form.height() * row;
        return new Matrices(stretch, matrices(tiles, TILE, row, (long) TILE * row, row), floats(offset));
    }

    /** For each filter, its three rows. */
    private Matrices filterRows(WinogradForm form, Stretch stretch) {
        int row = 3 * form.inputs();
        return new Matrices(stretch, matrices(form.outputs(), 3, row, 3L * row, row), 0);
    }

    /** For each filter, its parts. */
    private Matrices filterParts(WinogradForm form) {
        int row = 3 * form.inputs();
        long part = (long) form.outputs() * row;
        return new Matrices(Stretch.PLAIN_PARTS, matrices(form.outputs(), PARTS, row, row, part), 0);
    }

    private memory.desc matrices(int count, int rows, int columns, long matrixLength, long rowLength) {
        return library.strided(List.of(count, rows, columns), List.of(matrixLength, rowLength, 1L));
    }

    private static long floats(long count) {
        return count * Float.BYTES;
    }

    private memory.desc rowMajor(WinogradForm form) {
        return library.plain(List.of(form.outputs(), form.inputs(), 3, 3));
    }

    private memory.desc innermost(WinogradForm form) {
        return library.channelsLast(List.of(form.outputs(), form.inputs(), 3, 3));
    }

    private memory.desc plainPart(WinogradForm form) {
        return library.channelsLast(WinogradProducts.filters(form));
    }

    private void copy(
            Work.Builder work, memory.desc fromLayout, Stretch from, memory.desc toLayout, Stretch to, boolean add) {
        work.call(
                reorders.of(fromLayout, toLayout, add),
                new Argument(DNNL_ARG_SRC, from, fromLayout, 0),
                new Argument(DNNL_ARG_DST, to, toLayout, 0));
    }

    /** to = matrix · from, for each of the matrices. */
    private void multiply(
            Work.Builder work, WinogradMatrices.Matrix matrix, Matrices from, Matrices to, Finish finish) {
        List<Argument> arguments = new ArrayList<>(List.of(
                new Argument(DNNL_ARG_SRC, Stretch.MATRIX, matrix.layout(), matrix.address()),
                new Argument(DNNL_ARG_WEIGHTS, from.stretch(), from.layout(), from.offset()),
                new Argument(DNNL_ARG_DST, to.stretch(), to.layout(), to.offset())));
        for (int i = 0; i < finish.addends(); i++) {
            arguments.add(new Argument(finish.addend(i), Stretch.ADDEND, i, to.layout(), to.offset()));
        }
        work.call(multiplication(matrix.layout(), from.layout(), to.layout(), finish), arguments);
    }

    private primitive multiplication(memory.desc matrix, memory.desc from, memory.desc to, Finish finish) {
        return library.once(
                matmul.class,
                () -> new matmul(
                        new matmul.primitive_desc(library.engine(), matrix, from, to, finish.attributes(to), false)),
                matrix,
                from,
                to,
                finish);
    }
}
