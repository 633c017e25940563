package org.unfoldlab.model.engine.libtorch;

import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.LayoutOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.unfoldlab.model.engine.Precision;
import org.unfoldlab.model.result.HostArray;

/**
 * Where tensors live and what they are made of: device, precision, and the order of elements in memory. Arrays of
 * images have the channel innermost (channels-last), which spares the convolutions their reordering.
 */
final class Space implements AutoCloseable {
    private final boolean wide;
    private final Device device;
    private final Device host;
    private final ScalarTypeOptional type;
    private final DeviceOptional here;
    private final DeviceOptional atHost;
    private final LayoutOptional anyLayout = new LayoutOptional();
    private final BoolOptional unpinned = new BoolOptional();
    private final MemoryFormatOptional rowMajor = new MemoryFormatOptional();
    private final MemoryFormatOptional channelsLast = new MemoryFormatOptional(torch.MemoryFormat.ChannelsLast);

    Space(Precision precision, String deviceName) {
        wide = precision == Precision.DOUBLE;
        device = new Device(deviceName);
        host = new Device("cpu");
        type = new ScalarTypeOptional(wide ? torch.ScalarType.Double : torch.ScalarType.Float);
        here = new DeviceOptional(device);
        atHost = new DeviceOptional(host);
    }

    boolean onHost() {
        return device.is_cpu();
    }

    /** Bytes in one number. */
    int width() {
        return wide ? Double.BYTES : Float.BYTES;
    }

    /** Zeros, row-major. */
    Tensor zeros(long... shape) {
        return torch.zeros(shape, type, anyLayout, here, unpinned);
    }

    /** Ones, row-major. */
    Tensor ones(long... shape) {
        return torch.ones(shape, type, anyLayout, here, unpinned);
    }

    /** Bytes, whatever is in them. */
    Tensor bytes(long count) {
        return torch.empty(
                new long[] {count}, new ScalarTypeOptional(torch.ScalarType.Byte), anyLayout, here, unpinned, rowMajor);
    }

    /** Zeros N×C×H×W, channels innermost. */
    Tensor zeroImages(long... shape) {
        Tensor images = images(shape);
        images.zero_();
        return images;
    }

    /** Room for N×C×H×W, channels innermost. */
    Tensor images(long... shape) {
        return torch.empty(shape, type, anyLayout, here, unpinned, channelsLast);
    }

    /** The same numbers with the channels innermost; itself where they already are. */
    Tensor channelsLast(Tensor images) {
        return images.contiguous(torch.MemoryFormat.ChannelsLast);
    }

    /** Writes an array, row-major, into a tensor of equal size and any strides. */
    void write(HostArray from, Tensor to, long... shape) {
        try (PointerScope scope = new PointerScope()) {
            Tensor staged = torch.empty(shape, type, anyLayout, atHost, unpinned, rowMajor);
            if (wide) {
                staged.data_ptr_double().put(from.asDoubles());
            } else {
                staged.data_ptr_float().put(from.asFloats());
            }
            to.copy_(staged);
        }
    }

    /** A tensor's numbers, row-major. */
    HostArray read(Tensor from, int... shape) {
        try (PointerScope scope = new PointerScope()) {
            Tensor dense = from.cpu().contiguous();
            if (wide) {
                double[] values = new double[Math.toIntExact(dense.numel())];
                new DoublePointer(dense.data_ptr_double()).get(values);
                return HostArray.ofDoubles(shape, values);
            }
            float[] values = new float[Math.toIntExact(dense.numel())];
            new FloatPointer(dense.data_ptr_float()).get(values);
            return HostArray.ofFloats(shape, values);
        }
    }

    /** A tensor's numbers in float64, row-major. */
    double[] doubles(Tensor from) {
        return read(from, Math.toIntExact(from.numel())).asDoubles();
    }

    @Override
    public void close() {
        List.of(device, host, type, here, atHost, anyLayout, unpinned, rowMajor, channelsLast)
                .forEach(pointer -> pointer.close());
    }
}
