package org.unfoldlab.model.engine.nd4j;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.unfoldlab.model.engine.device.NativeExtension;
import org.unfoldlab.model.engine.device.Processor;

/**
 * Picks ND4J's native library by what the processor can do. Only the {@code onednn} ones have fast convolutions; the
 * plain one is some thirty times slower. JavaCPP reads the choice from a system property when ND4J's first class
 * loads, so it has to be made before.
 */
public final class NativeChooser {
    /** JavaCPP appends its value to the platform's name, e.g. {@code linux-x86_64} + {@code -onednn-avx512}. */
    public static final String EXTENSION = NativeExtension.PROPERTY;

    private static final String AVX512 = "-onednn-avx512";
    private static final String AVX2 = "-onednn-avx2";
    /** What the AVX-512 library was compiled for: Skylake-X and later. */
    private static final Set<String> AVX512_FLAGS = Set.of("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl");

    private NativeChooser() {}

    /**
     * A choice of native library.
     *
     * @param extension value of {@link #EXTENSION}, empty for the plain library
     * @param warning one sentence when the choice is slow
     */
    public record Choice(String extension, Optional<String> warning) {}

    /**
     * The best library that the processor can run and that is there.
     *
     * @param flags the processor's features in Linux's spelling, e.g. {@code avx512f}
     * @param present tells whether a library with this extension is on the class path
     */
    public static Choice choose(Set<String> flags, Predicate<String> present) {
        if (flags.containsAll(AVX512_FLAGS) && present.test(AVX512)) {
            return new Choice(AVX512, Optional.empty());
        }
        if (flags.contains("avx2") && flags.contains("fma") && present.test(AVX2)) {
            return new Choice(AVX2, Optional.empty());
        }
        String reason = flags.contains("avx2")
                ? "The fast native library of ND4J is not on the class path"
                : "This processor has no AVX2";
        return new Choice("", Optional.of(reason + ", so convolutions run about thirty times slower."));
    }

    /**
     * Makes the choice for this machine, unless the user already has by setting the property, and silences ND4J's
     * greeting. Call before anything of ND4J is loaded.
     */
    static Choice install(Processor processor) {
        setIfAbsent("org.nd4j.log.initialization", "false");
        // JavaCPP would limit native memory to the heap's size; the plan's size is known and bounded by itself.
        setIfAbsent("org.bytedeco.javacpp.maxbytes", "0");
        setIfAbsent("org.bytedeco.javacpp.maxphysicalbytes", "0");
        String own = System.getProperty(EXTENSION);
        if (own != null) {
            return new Choice(own, Optional.empty());
        }
        Choice choice = choose(processor.flags(), extension -> isPresent(processor.platform() + extension));
        if (!choice.extension().isEmpty()) {
            NativeExtension.prefer(choice.extension());
        }
        return choice;
    }

    /** Whether ND4J has any library for this system on the class path. */
    static boolean isPresent() {
        String platform = Processor.platformOfThisMachine();
        return List.of("", AVX2, AVX512).stream().anyMatch(extension -> isPresent(platform + extension));
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static boolean isPresent(String platform) {
        ClassLoader loader = NativeChooser.class.getClassLoader();
        String folder = "org/nd4j/linalg/cpu/nativecpu/bindings/" + platform + "/";
        return List.of("libjnind4jcpu.so", "jnind4jcpu.dll", "libjnind4jcpu.dylib").stream()
                .anyMatch(file -> loader.getResource(folder + file) != null);
    }
}
