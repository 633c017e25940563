package org.unfoldlab.model.engine.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an engine's GPU libraries ask of a machine.
 *
 * @param library whose libraries, e.g. {@code LibTorch}
 * @param installed whether they are there
 * @param remedy how to get them, a sentence
 * @param cuda the oldest CUDA version of a driver that serves them, as 1000·major + 10·minor
 * @param driver that driver's number, for people, e.g. {@code 580}
 * @param oldest the lowest compute capability that they hold code for, e.g. 75
 * @param newest the highest one
 */
public record GpuNeeds(
        String library, boolean installed, String remedy, int cuda, String driver, int oldest, int newest) {
    /** Why no graphics processor at all can be used; empty when one might. */
    public Optional<String> obstacle(DeviceProbe.Findings found) {
        if (found.cuda().isEmpty()) {
            return Optional.of("No NVIDIA driver was found, so " + library + " computes on the processor.");
        }
        if (!found.trouble().isEmpty()) {
            return Optional.of("An NVIDIA driver is there, but " + found.trouble()
                    + ". Restart the computer, or install the driver again.");
        }
        if (found.gpus().isEmpty()) {
            return Optional.of("An NVIDIA driver is there, but no NVIDIA graphics card is visible to it.");
        }
        if (found.cuda().getAsInt() < cuda) {
            return Optional.of("The NVIDIA driver is too old: it serves CUDA "
                    + dotted(found.cuda().getAsInt()) + ", " + library + " needs " + dotted(cuda)
                    + ". Install driver " + driver + " or newer.");
        }
        return installed ? Optional.empty() : Optional.of(library + "'s GPU libraries are not here. " + remedy);
    }

    /** Why a certain graphics processor cannot be used; empty when it can. */
    public Optional<String> obstacle(Gpu gpu) {
        if (gpu.capability() < oldest) {
            return Optional.of(gpu.name() + " is too old: its compute capability is " + capability(gpu.capability())
                    + ", " + library + " has code from " + capability(oldest) + " on.");
        }
        if (gpu.capability() > newest) {
            return Optional.of(gpu.name() + " is newer than " + library + ": its compute capability is "
                    + capability(gpu.capability()) + ", the libraries have code up to " + capability(newest) + ".");
        }
        return Optional.empty();
    }

    /** The same needs, as if the libraries were there. */
    public GpuNeeds whenInstalled() {
        return new GpuNeeds(library, true, remedy, cuda, driver, oldest, newest);
    }

    /** The processors that can be used. */
    public List<Gpu> usable(DeviceProbe.Findings found) {
        return obstacle(found).isPresent()
                ? List.of()
                : found.gpus().stream().filter(gpu -> obstacle(gpu).isEmpty()).toList();
    }

    /** Everything worth saying about what was found, a sentence each. */
    public List<String> explain(DeviceProbe.Findings found) {
        List<String> lines = new ArrayList<>();
        for (Gpu gpu : found.gpus()) {
            lines.add(gpu.device() + ": " + gpu);
            obstacle(gpu).ifPresent(lines::add);
        }
        obstacle(found).ifPresent(lines::add);
        return lines;
    }

    private static String dotted(int version) {
        return version / 1000 + "." + version % 1000 / 10;
    }

    private static String capability(int capability) {
        return capability / 10 + "." + capability % 10;
    }
}
