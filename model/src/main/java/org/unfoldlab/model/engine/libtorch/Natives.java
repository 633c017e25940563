package org.unfoldlab.model.engine.libtorch;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.device.NativeExtension;

/**
 * Loads LibTorch's native library, once and for all: the one for the processor, or the one that knows graphics
 * processors as well. JavaCPP takes the choice from a system property that ND4J wants otherwise, so it is put back.
 */
final class Natives {
    private static final String GPU = "-gpu";

    /** Names no library, so that the plain one is found. */
    private static final String PLAIN = "-plain";

    private Natives() {}

    /** True when the libraries for graphics processors are on the class path. */
    static boolean gpuInstalled() {
        return present(GPU);
    }

    /** True when the library for the processor is on the class path. */
    static boolean present() {
        return present("");
    }

    private static boolean present(String extension) {
        String folder = "/org/bytedeco/pytorch/" + Loader.getPlatform() + extension + "/";
        return Natives.class.getResource(folder + System.mapLibraryName("jnitorch")) != null;
    }

    /**
     * Loads at the first call.
     *
     * @return threads that LibTorch computes with by default
     */
    static int load(boolean gpu) throws EngineException {
        synchronized (Natives.class) {
            String before = System.getProperty(NativeExtension.PROPERTY);
            NativeExtension.prefer(gpu ? GPU : PLAIN);
            try {
                int threads = torch.get_num_threads();
                NativeHeap.keepFreedMemory();
                if (gpu) {
                    requireCuda();
                }
                return threads;
            } catch (LinkageError | RuntimeException e) {
                throw new EngineException(
                        "LibTorch's native library for " + Loader.getPlatform() + " cannot be loaded (" + rootOf(e)
                                + "). Choose another engine, for example --engine nd4j.",
                        e);
            } finally {
                NativeExtension.prefer(before);
            }
        }
    }

    /** LibTorch loads without CUDA's libraries as well, and then knows no graphics card. */
    private static void requireCuda() throws EngineException {
        if (!torch.hasCUDA()) {
            throw new EngineException("LibTorch's libraries for graphics cards are here, but CUDA's are not complete:"
                    + " they need cuBLAS, cuDNN, cuSOLVER, cuSPARSE and NCCL. Install CUDA 13 and cuDNN 9 from"
                    + " developer.nvidia.com, or compute with --device cpu.");
        }
    }

    private static String rootOf(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
