package org.unfoldlab.model.engine.libtorch;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.model.engine.EngineException;

/**
 * Loads LibTorch's native library, once and for all: the one for the processor, or the one that knows graphics
 * processors as well. JavaCPP takes the choice from a system property that ND4J wants otherwise, so it is put back.
 */
final class Natives {
    private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";
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
            String before = System.getProperty(EXTENSION);
            prefer(gpu ? GPU : PLAIN);
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
                prefer(before);
            }
        }
    }

    /** JavaCPP remembers the choice from when it first looked; whoever changes it must make it look again. */
    private static void prefer(@Nullable String extension) {
        if (extension == null) {
            System.clearProperty(EXTENSION);
        } else {
            System.setProperty(EXTENSION, extension);
        }
        Loader.loadProperties(true);
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
