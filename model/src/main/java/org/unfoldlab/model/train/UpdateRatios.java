package org.unfoldlab.model.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.graph.Sharing;
import org.unfoldlab.model.graph.Step;
import org.unfoldlab.model.network.Checked;
import org.unfoldlab.model.network.Network;
import org.unfoldlab.model.network.NetworkChecker;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Parameter;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.program.WeightNames;
import org.unfoldlab.model.result.HostArray;

/*
 * The same network planned without sharing gives every use of a weight a tensor of its own, filled with the trained
 * values; so each use has its own gradient, and their sum is the gradient of the shared tensor (SPEC §6).
 */
/** How large the update is that each use of a weight asks for, against the weight itself. */
final class UpdateRatios {
    private final WeightNames trainedNames;
    private final Program program;

    UpdateRatios(Network network) {
        trainedNames = new WeightNames(network.document());
        program = Lowering.lower(Unroller.unroll(unshared(network)));
    }

    private static Network unshared(Network network) {
        Checked checked = NetworkChecker.check(
                network.document().edit().sharing(new Sharing.None()).build());
        return checked instanceof Checked.Valid valid ? valid.network() : network;
    }

    /** To be planned for training. */
    Program program() {
        return program;
    }

    /** The trained weights under this program's keys. */
    Map<String, HostArray> weights(Map<String, HostArray> trained) {
        Map<String, HostArray> own = new LinkedHashMap<>();
        for (String key : program.parameters().keySet()) {
            HostArray value = trained.get(key);
            if (value == null) {
                value = trained.get(trainedKey(key));
            }
            if (value != null) {
                own.put(key, value);
            }
        }
        return own;
    }

    /** {@code V1-V2/conv1@3} as the trained network calls it: {@code V1-V2/conv1}, {@code set2/conv1}. */
    private String trainedKey(String key) {
        int slash = key.lastIndexOf('/');
        return use(key).map(step -> trainedNames.key(step, key.substring(slash + 1, key.lastIndexOf('@'))))
                .orElse(key);
    }

    private static Optional<Step> use(String key) {
        int slash = key.lastIndexOf('/');
        int at = key.lastIndexOf('@');
        return at < slash || slash < 0 ? Optional.empty() : Step.parse(key.substring(0, slash) + key.substring(at));
    }

    /**
     * η‖∇‖ / ‖w‖ of each use, by layer, then by t.
     *
     * @param executable after {@link Executable#gradient}
     * @param rate η
     */
    Map<String, double[]> of(Executable executable, double rate) {
        Map<String, HostArray> values = executable.parameters();
        Map<String, double[]> ratios = new LinkedHashMap<>();
        executable.gradients().forEach((key, gradient) -> {
            HostArray weight = values.get(key);
            Parameter parameter = program.parameters().get(key);
            if (weight != null && parameter != null && parameter.decays()) {
                double[] byTime = ratios.computeIfAbsent(layer(key), layer -> nothing(program.readoutTime() + 1));
                byTime[time(key)] = rate * norm(gradient) / norm(weight);
            }
        });
        return ratios;
    }

    private static String layer(String key) {
        return use(key).isPresent() ? key.substring(0, key.lastIndexOf('@')) : key;
    }

    private int time(String key) {
        return use(key).map(Step::time).orElse(key.startsWith("post/") ? program.readoutTime() : 0);
    }

    private static double[] nothing(int count) {
        double[] values = new double[count];
        java.util.Arrays.fill(values, Double.NaN);
        return values;
    }

    private static double norm(HostArray array) {
        double sum = 0;
        for (float value : array.asFloats()) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }
}
