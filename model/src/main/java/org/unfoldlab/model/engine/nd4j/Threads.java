package org.unfoldlab.model.engine.nd4j;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.unfoldlab.model.program.Node;
import org.unfoldlab.model.program.Operation;
import org.unfoldlab.model.program.Program;

/**
 * How many threads a plan computes with. A small program is done before a second thread has woken, so it gets one;
 * which it is depends on program and plan alone, so that equal runs give equal bits.
 */
final class Threads {
    /** Multiply-adds of a forward run that one thread does in about a millisecond. */
    private static final double SMALL = 2e7;

    private final int count;

    Threads(Program program, int batch, int wanted) {
        count = multiplyAdds(program) * batch < SMALL ? 1 : wanted;
    }

    private static double multiplyAdds(Program program) {
        double sum = 0;
        for (Node node : program.nodes()) {
            if (node.operation() instanceof Operation.Convolution c) {
                int in = program.nodes().get(node.inputs().get(0)).shape().channels();
                sum += (double) in * c.kernel() * c.kernel() * node.shape().size();
            } else if (node.operation() instanceof Operation.Deconvolution d) {
                double inputs =
                        program.nodes().get(node.inputs().get(0)).shape().size();
                sum += inputs * d.kernel() * d.kernel() * node.shape().channels();
            }
        }
        return sum;
    }

    int count() {
        return count;
    }

    /** Makes the calling thread's next operations use so many threads; OpenMP keeps this for each thread. */
    void use() {
        Nd4j.getEnvironment().setMaxThreads(count);
        Nd4j.getEnvironment().setMaxMasterThreads(count);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(count);
    }
}
