package org.unfoldlab.model.engine.libtorch;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.unfoldlab.model.engine.plan.Instruction;
import org.unfoldlab.model.engine.plan.Value;

/** Sums, ReLU, sigmoid and the highway's mix, with their adjoints; in place where the schedule says so. */
final class ElementKernels implements AutoCloseable {
    private final Slots slots;
    private final Space space;
    private final Scalar zero = new Scalar(0.0);

    ElementKernels(Slots slots, Space space) {
        this.slots = slots;
        this.space = space;
    }

    Kernel relu(Instruction.Relu r) {
        if (r.x().equals(r.y())) {
            return () -> torch.relu_(slots.get(r.x()));
        }
        return () -> slots.put(r.y(), torch.relu(slots.get(r.x())));
    }

    Kernel reluAdjoint(Instruction.ReluAdjoint r) {
        if (r.g().equals(r.gx())) {
            return () -> {
                Tensor g = slots.get(r.g());
                torch.threshold_backward_out(g, g, slots.get(r.y()), zero);
            };
        }
        return () -> slots.put(r.gx(), torch.threshold_backward(slots.get(r.g()), slots.get(r.y()), zero));
    }

    Kernel sigmoid(Instruction.Sigmoid s) {
        if (s.x().equals(s.y())) {
            return () -> torch.sigmoid_(slots.get(s.x()));
        }
        return () -> slots.put(s.y(), torch.sigmoid(slots.get(s.x())));
    }

    Kernel sigmoidAdjoint(Instruction.SigmoidAdjoint s) {
        return () -> slots.put(s.gx(), torch.sigmoid_backward(slots.get(s.g()), slots.get(s.y())));
    }

    /**
     * The sum's terms one by one into the first or into the one that is written over. A mean of n needs no pass of its
     * own: the k-th term moves what is there by 1/k of the way, m ← m + (x − m)/k.
     */
    Kernel sum(Instruction.Sum s) {
        List<Value> terms = s.xs();
        int written = terms.indexOf(s.y());
        int first = Math.max(written, 0);
        List<Value> others = java.util.stream.IntStream.range(0, terms.size())
                .filter(i -> i != first)
                .mapToObj(terms::get)
                .toList();
        boolean mean = terms.size() > 1 && Math.abs(s.scale() * terms.size() - 1) < 1e-12;
        Adding adding = mean ? new Averaging(terms.size()) : new Summing(s.scale());
        if (written >= 0 && !others.contains(s.y())) {
            return () -> adding.into(slots.get(s.y()), others, 0);
        }
        return () -> {
            Tensor begun = adding.begin(slots.get(terms.get(first)), others);
            adding.into(begun, others, 1);
            slots.put(s.y(), begun);
        };
    }

    /** How terms come together. */
    private interface Adding {
        /** A new tensor from the first term and the first of the others. */
        Tensor begin(Tensor first, List<Value> others);

        /** Adds the others from an index on, and finishes. */
        void into(Tensor sum, List<Value> others, int from);
    }

    private final class Summing implements Adding {
        private final double scale;

        Summing(double scale) {
            this.scale = scale;
        }

        @Override
        public Tensor begin(Tensor first, List<Value> others) {
            return others.isEmpty() ? first.clone() : first.add(slots.get(others.get(0)));
        }

        @Override
        public void into(Tensor sum, List<Value> others, int from) {
            for (int i = from; i < others.size(); i++) {
                sum.add_(slots.get(others.get(i)));
            }
            if (scale != 1) {
                sum.mul_(new Scalar(scale));
            }
        }
    }

    private final class Averaging implements Adding {
        private final Scalar[] weights;

        Averaging(int terms) {
            weights = new Scalar[terms - 1];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = new Scalar(1.0 / (i + 2));
            }
        }

        @Override
        public Tensor begin(Tensor first, List<Value> others) {
            return first.lerp(slots.get(others.get(0)), weights[0]);
        }

        @Override
        public void into(Tensor sum, List<Value> others, int from) {
            for (int i = from; i < others.size(); i++) {
                sum.lerp_(slots.get(others.get(i)), weights[i]);
            }
        }
    }

    /** y = x + gate·(h − x). */
    Kernel mix(Instruction.Mix m) {
        return () -> slots.put(m.y(), slots.get(m.x()).lerp(slots.get(m.h()), slots.get(m.gate())));
    }

    Kernel mixAdjoint(Instruction.MixAdjoint a) {
        Instruction.Mix m = a.of();
        return () -> {
            Tensor g = slots.get(a.g());
            Tensor gh = g.mul(slots.get(m.gate()));
            slots.put(a.gh(), gh);
            slots.put(a.gx(), g.sub(gh));
            slots.put(a.gGate(), slots.get(m.h()).sub(slots.get(m.x())).mul_(g));
        };
    }

    Kernel zero(Instruction.Zero z) {
        Value y = z.y();
        return () -> slots.put(y, space.zeroImages(slots.images(), Lanes.filled(y.axis(1)), y.axis(2), y.axis(3)));
    }

    @Override
    public void close() {
        zero.close();
    }
}
