package org.unfoldlab.model.engine.device;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Asks NVIDIA's driver library, which comes with the driver; nothing of CUDA need be installed. See the CUDA driver
 * API, "Initialization" and "Device management".
 */
public final class NvidiaDriver implements DeviceProbe {
    private static final int NO_DEVICE = 100;
    private static final int CAPABILITY_MAJOR = 75;
    private static final int CAPABILITY_MINOR = 76;
    private static final int NAME_LENGTH = 256;

    @Override
    public Findings look() {
        if (Platform.isMac()) {
            return Findings.nothing();
        }
        try {
            return look(NativeLibrary.getInstance(Platform.isWindows() ? "nvcuda" : "libcuda.so.1"));
        } catch (LinkageError noDriver) {
            return Findings.nothing();
        }
    }

    private static Findings look(NativeLibrary cuda) {
        IntByReference version = new IntByReference();
        call(cuda, "cuDriverGetVersion", version);
        OptionalInt served = OptionalInt.of(version.getValue());
        int started = call(cuda, "cuInit", 0);
        if (started == NO_DEVICE) {
            return new Findings(served, List.of(), "");
        }
        if (started != 0) {
            return new Findings(served, List.of(), "the driver does not start (its error " + started + ")");
        }
        IntByReference count = new IntByReference();
        call(cuda, "cuDeviceGetCount", count);
        List<Gpu> gpus = new ArrayList<>();
        for (int index = 0; index < count.getValue(); index++) {
            gpus.add(gpu(cuda, index));
        }
        return new Findings(served, gpus, "");
    }

    private static Gpu gpu(NativeLibrary cuda, int index) {
        IntByReference handle = new IntByReference();
        call(cuda, "cuDeviceGet", handle, index);
        int device = handle.getValue();
        byte[] name = new byte[NAME_LENGTH];
        call(cuda, "cuDeviceGetName", name, NAME_LENGTH, device);
        LongByReference memory = new LongByReference();
        call(cuda, "cuDeviceTotalMem_v2", memory, device);
        int length = 0;
        while (length < NAME_LENGTH && name[length] != 0) {
            length++;
        }
        return new Gpu(
                index,
                new String(name, 0, length, StandardCharsets.UTF_8),
                attribute(cuda, CAPABILITY_MAJOR, device),
                attribute(cuda, CAPABILITY_MINOR, device),
                memory.getValue());
    }

    private static int attribute(NativeLibrary cuda, int attribute, int device) {
        IntByReference value = new IntByReference();
        call(cuda, "cuDeviceGetAttribute", value, attribute, device);
        return value.getValue();
    }

    private static int call(NativeLibrary cuda, String function, Object... arguments) {
        return cuda.getFunction(function).invokeInt(arguments);
    }
}
