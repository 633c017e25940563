package org.unfoldlab.model.engine;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import org.unfoldlab.model.program.Parameter;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.result.HostArray;

/**
 * Starting values of a program's learned tensors: normal with deviation √(2/fan-in) (He et al. 2015b), biases 0, gates
 * −2, γ 1, β 0. Each tensor draws from its own stream, made from seed and key, so that adding a transition or a step
 * leaves all others as they were.
 */
public final class InitialParameters {
    private InitialParameters() {}

    /** Starting values by key, float32. */
    public static Map<String, HostArray> of(Program program, long seed) {
        Map<String, HostArray> values = new LinkedHashMap<>();
        program.parameters().forEach((key, parameter) -> values.put(key, of(parameter, seed)));
        return values;
    }

    private static HostArray of(Parameter parameter, long seed) {
        CRC32 hash = new CRC32();
        hash.update(parameter.key().getBytes(StandardCharsets.UTF_8));
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + hash.getValue());
        float[] values = new float[parameter.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)
                    (parameter.startsRandom()
                            ? random.nextGaussian() * parameter.initialDeviation()
                            : parameter.initialValue());
        }
        return HostArray.ofFloats(
                parameter.shape().stream().mapToInt(Integer::intValue).toArray(), values);
    }
}
