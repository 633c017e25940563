package org.unfoldlab.model.engine.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.network.Layer;

/**
 * One computation of a plan. Arrays are N×C×H×W unless said otherwise; an output may be one of the inputs only where it
 * is said. Names: x input, y output, g gradient of the loss with respect to y, gx with respect to x.
 */
public sealed interface Instruction {
    /** Arrays whose contents count. */
    List<Value> reads();

    /** Arrays that hold something else afterwards. */
    List<Value> writes();

    /** Everything touched. */
    default List<Value> touches() {
        return Stream.concat(reads().stream(), writes().stream()).distinct().toList();
    }

    private static List<Value> those(@Nullable Value... values) {
        return Arrays.stream(values)
                .filter(Objects::nonNull)
                .map(Value.class::cast)
                .toList();
    }

    /** Side, stride and padding of a square kernel. */
    record Geometry(int kernel, int stride, int padding) {}

    /** y = w ∗ x + bias, then max(0, y) if {@code relu}. */
    record Convolve(Value x, Value w, @Nullable Value bias, Value y, Geometry geometry, boolean relu)
            implements Instruction {
        @Override
        public List<Value> reads() {
            return those(x, w, bias);
        }

        @Override
        public List<Value> writes() {
            return List.of(y);
        }
    }

    /**
     * The adjoint of {@link Convolve}: gx = wᵀ ∗ g, gw = the correlation of x and g, gBias = the sum of g. Each is
     * left out when null; x is needed for gw only.
     *
     * @param add true when gw and gBias are added to what is there, for weights that are used again
     */
    record ConvolveAdjoint(
            @Nullable Value x,
            Value w,
            Value g,
            @Nullable Value gx,
            @Nullable Value gw,
            @Nullable Value gBias,
            Geometry geometry,
            boolean add)
            implements Instruction {
        @Override
        public List<Value> reads() {
            return those(x, w, g);
        }

        @Override
        public List<Value> writes() {
            return those(gx, gw, gBias);
        }
    }

    /** y = scale · (w ∗ x + the sum of {@code addends}); y may be one of these. */
    record ConvolveSum(Value x, Value w, List<Value> addends, double scale, Value y, Geometry geometry)
            implements Instruction {
        public ConvolveSum {
            addends = List.copyOf(addends);
        }

        @Override
        public List<Value> reads() {
            return Stream.concat(Stream.of(x, w), addends.stream()).toList();
        }

        @Override
        public List<Value> writes() {
            return List.of(y);
        }
    }

    /** scaled = w with everything that leads to output channel o multiplied by scale[o]; w [out, in, k, k]. */
    record ScaleFilters(Value w, Value scale, Value scaled) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(w, scale);
        }

        @Override
        public List<Value> writes() {
            return List.of(scaled);
        }
    }

    /** Stacks tensors along their first axis. */
    record Stack(List<Value> parts, Value whole) implements Instruction {
        @Override
        public List<Value> reads() {
            return parts;
        }

        @Override
        public List<Value> writes() {
            return List.of(whole);
        }
    }

    /** Takes a stack apart; adds to each part where {@code add} says so. */
    record Unstack(Value whole, List<Value> parts, List<Boolean> add) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(whole);
        }

        @Override
        public List<Value> writes() {
            return parts;
        }
    }

    /**
     * Batch normalisation by the batch's own statistics, which are written: y = γ (x − mean) / √(variance + ε) + β,
     * then max(0, y) if {@code relu}.
     */
    record Normalize(
            Value x,
            Value y,
            Value mean,
            Value variance,
            @Nullable Value gamma,
            @Nullable Value beta,
            boolean relu) implements Instruction {
        @Override
        public List<Value> reads() {
            return those(x, gamma, beta);
        }

        @Override
        public List<Value> writes() {
            return List.of(y, mean, variance);
        }
    }

    /**
     * The adjoint of {@link Normalize}; y is read only to know where {@code relu} let pass. gx may be g. The parts
     * for γ and β are null together.
     */
    record NormalizeAdjoint(
            Normalize of,
            Value g,
            Value gx,
            @Nullable Value gGamma,
            @Nullable Value gBeta) implements Instruction {
        @Override
        public List<Value> reads() {
            return those(of.x, of.relu ? of.y : null, of.mean, of.variance, of.gamma, g);
        }

        @Override
        public List<Value> writes() {
            return those(gx, gGamma, gBeta);
        }
    }

    /** y = scale·x + shift per channel, then max(0, y) if {@code relu}; y may be x. */
    record ScaleShift(Value x, Value scale, Value shift, Value y, boolean relu) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(x, scale, shift);
        }

        @Override
        public List<Value> writes() {
            return List.of(y);
        }
    }

    /** y = max(0, x); y may be x. */
    record Relu(Value x, Value y) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(x);
        }

        @Override
        public List<Value> writes() {
            return List.of(y);
        }
    }

    /** gx = g where y &gt; 0, else 0; gx may be g. */
    record ReluAdjoint(Value y, Value g, Value gx) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(y, g);
        }

        @Override
        public List<Value> writes() {
            return List.of(gx);
        }
    }

    /** y = 1 / (1 + e^−x); y may be x. */
    record Sigmoid(Value x, Value y) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(x);
        }

        @Override
        public List<Value> writes() {
            return List.of(y);
        }
    }

    /** gx = g·y·(1 − y); gx may be g. */
    record SigmoidAdjoint(Value y, Value g, Value gx) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(y, g);
        }

        @Override
        public List<Value> writes() {
            return List.of(gx);
        }
    }

    /** y = h·gate + x·(1 − gate). */
    record Mix(Value h, Value x, Value gate, Value y) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(h, x, gate);
        }

        @Override
        public List<Value> writes() {
            return List.of(y);
        }
    }

    /** gh = g·gate, gx = g·(1 − gate), gGate = g·(h − x). */
    record MixAdjoint(Mix of, Value g, Value gh, Value gx, Value gGate) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(of.h, of.x, of.gate, g);
        }

        @Override
        public List<Value> writes() {
            return List.of(gh, gx, gGate);
        }
    }

    /** y = scale · (sum of xs); y may be one of xs. */
    record Sum(List<Value> xs, double scale, Value y) implements Instruction {
        public Sum {
            xs = List.copyOf(xs);
        }

        @Override
        public List<Value> reads() {
            return xs;
        }

        @Override
        public List<Value> writes() {
            return List.of(y);
        }
    }

    /** y = 0. */
    record Zero(Value y) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of();
        }

        @Override
        public List<Value> writes() {
            return List.of(y);
        }
    }

    /** Pools squares of factor × factor. */
    record Pool(Value x, Value y, Layer.PoolKind kind, int factor) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(x);
        }

        @Override
        public List<Value> writes() {
            return List.of(y);
        }
    }

    /** The adjoint of {@link Pool}. */
    record PoolAdjoint(Pool of, Value g, Value gx) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(of.x, g);
        }

        @Override
        public List<Value> writes() {
            return List.of(gx);
        }
    }

    /** y's channels: every {@code stride}-th row and column of x, then zeros. */
    record Pad(Value x, Value y, int stride) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(x);
        }

        @Override
        public List<Value> writes() {
            return List.of(y);
        }
    }

    /** The adjoint of {@link Pad}; adds to gx. */
    record PadAdjoint(Value g, Value gx, int stride) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(g, gx);
        }

        @Override
        public List<Value> writes() {
            return List.of(gx);
        }
    }

    /** y = the channels of x from {@code first} on, as many as y has. */
    record Slice(Value x, Value y, int first) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(x);
        }

        @Override
        public List<Value> writes() {
            return List.of(y);
        }
    }

    /** The adjoint of {@link Slice}; adds to these channels of gx. */
    record SliceAdjoint(Value g, Value gx, int first) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(g, gx);
        }

        @Override
        public List<Value> writes() {
            return List.of(gx);
        }
    }

    /** y [N, C, 1, 1] = mean of x over height and width. */
    record GlobalAverage(Value x, Value y) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(x);
        }

        @Override
        public List<Value> writes() {
            return List.of(y);
        }
    }

    /** The adjoint of {@link GlobalAverage}. */
    record GlobalAverageAdjoint(Value g, Value gx) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(g);
        }

        @Override
        public List<Value> writes() {
            return List.of(gx);
        }
    }

    /** y [N, classes, 1, 1] = w x + bias, w [classes, channels]. */
    record Connect(Value x, Value w, Value bias, Value y) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(x, w, bias);
        }

        @Override
        public List<Value> writes() {
            return List.of(y);
        }
    }

    /** The adjoint of {@link Connect}. */
    record ConnectAdjoint(Connect of, Value g, @Nullable Value gx, Value gw, Value gBias) implements Instruction {
        @Override
        public List<Value> reads() {
            return List.of(of.x, of.w, g);
        }

        @Override
        public List<Value> writes() {
            return those(gx, gw, gBias);
        }
    }
}
