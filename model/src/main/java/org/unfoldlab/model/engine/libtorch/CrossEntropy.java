package org.unfoldlab.model.engine.libtorch;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.unfoldlab.model.engine.plan.Value;
import org.unfoldlab.model.result.HostArray;

/** Mean cross-entropy −log softmax(label), its gradient (softmax − one-hot) / N, and how many answers were right. */
final class CrossEntropy {
    private final Slots slots;
    private final Space space;
    private final Value logits;
    private final Value gradient;

    CrossEntropy(Slots slots, Space space, Value logits, Value gradient) {
        this.slots = slots;
        this.space = space;
        this.logits = logits;
        this.gradient = gradient;
    }

    /** Computes on the device; writes loss and right answers to the first two places of the report. */
    void compute(int[] labels, Tensor report) {
        int classes = logits.axis(1);
        Tensor wanted = space.zeros(labels.length, classes);
        space.write(oneHot(labels, classes), wanted, labels.length, classes);
        Tensor y = slots.get(logits);
        Tensor logs = torch.log_softmax(y, 1);
        Scalar share = new Scalar(1.0 / labels.length);
        slots.put(gradient, torch.exp(logs).sub_(wanted).mul_(share));
        report.narrow(0, 0, 1).copy_(torch.sum(logs.mul(wanted)).mul_(new Scalar(-1.0 / labels.length)));
        LongOptional row = new LongOptional(1);
        Tensor right = torch.argmax(y, row, false).eq(torch.argmax(wanted, row, false));
        report.narrow(0, 1, 1).copy_(torch.sum(right));
    }

    private static HostArray oneHot(int[] labels, int classes) {
        float[] values = new float[labels.length * classes];
        for (int n = 0; n < labels.length; n++) {
            if (labels[n] < 0 || labels[n] >= classes) {
                throw new IllegalArgumentException("label " + labels[n] + " is not one of " + classes + " classes");
            }
            values[n * classes + labels[n]] = 1;
        }
        return HostArray.ofFloats(new int[] {labels.length, classes}, values);
    }
}
