package org.unfoldlab.model.engine.onednn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;

/** oneDNN on the CPU: where it computes, and descriptions of arrays, each made once. */
final class Library {
    private final engine cpu = new engine(engine.kind.cpu, 0);
    private final stream inOrder = new stream(cpu);
    private final Map<List<Object>, Object> made = new HashMap<>();

    engine engine() {
        return cpu;
    }

    stream stream() {
        return inOrder;
    }

    /** What was made under this key, or makes it. */
    <T> T once(Class<T> type, Supplier<T> maker, Object... key) {
        List<Object> whole = List.of(type, List.of(key));
        Object found = made.get(whole);
        if (found == null) {
            found = maker.get();
            made.put(whole, found);
        }
        return type.cast(found);
    }

    private static long[] lengths(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).toArray();
    }

    /** Images, height, width, channels in memory; the shape is N, C, H, W. */
    memory.desc channelsLast(List<Integer> shape) {
        return tagged(shape, memory.format_tag.nhwc);
    }

    /** Row-major. */
    memory.desc plain(List<Integer> shape) {
        return tagged(
                shape,
                switch (shape.size()) {
                    case 1 -> memory.format_tag.a;
                    case 2 -> memory.format_tag.ab;
                    case 4 -> memory.format_tag.abcd;
                    default -> throw new IllegalArgumentException("no layout for " + shape);
                });
    }

    /** Whatever layout the primitive likes best. */
    memory.desc any(List<Integer> shape) {
        return tagged(shape, memory.format_tag.any);
    }

    private memory.desc tagged(List<Integer> shape, memory.format_tag tag) {
        return once(
                memory.desc.class,
                () -> new memory.desc(lengths(shape), memory.data_type.f32, tag),
                "tagged",
                shape,
                tag);
    }

    /** Any regular layout, strides in elements. */
    memory.desc strided(List<Integer> shape, List<Long> strides) {
        return once(
                memory.desc.class,
                () -> new memory.desc(
                        lengths(shape),
                        memory.data_type.f32,
                        strides.stream().mapToLong(Long::longValue).toArray()),
                "strided",
                shape,
                strides);
    }

    /** The instruction set that primitives are compiled for here, as oneDNN numbers it. */
    static int instructionSet() {
        return dnnl.dnnl_get_effective_cpu_isa();
    }

    /** Version of the library, e.g. {@code 3.11.0}. */
    static String version() {
        var version = dnnl.dnnl_version();
        return version.major() + "." + version.minor() + "." + version.patch();
    }
}
