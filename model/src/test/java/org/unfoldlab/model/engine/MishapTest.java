package org.unfoldlab.model.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MishapTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 7.79 GiB",
                "CUDA error: out of memory",
                "CUBLAS_STATUS_ALLOC_FAILED when calling cublasCreate(handle)",
                "[enforce fail at alloc_cpu.cpp:124] err == 0. DefaultCPUAllocator: can't allocate memory: you tried"
                        + " to allocate 137438953472 bytes.",
                "std::bad_alloc"
            })
    void lackOfMemoryIsToldByItsWords(String words) {
        assertThat(Mishap.of(new RuntimeException(words))).isEqualTo(Mishap.OUT_OF_MEMORY);
        assertThat(Mishap.of(new IllegalStateException("the step failed", new RuntimeException(words))))
                .isEqualTo(Mishap.OUT_OF_MEMORY);
    }

    @Test
    void javasOwnLackOfMemoryIsOneToo() {
        assertThat(Mishap.of(new EngineException("It does not fit.", new OutOfMemoryError("no room"))))
                .isEqualTo(Mishap.OUT_OF_MEMORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUDA error: unspecified launch failure",
                "CUDA error: CUDA-capable device(s) is/are busy or unavailable",
                "CUDA driver error: unknown error",
                "cuDNN error: CUDNN_STATUS_EXECUTION_FAILED",
                "GPU is lost.  Reboot the system to recover this GPU"
            })
    void aLostDeviceIsToldByItsWords(String words) {
        assertThat(Mishap.of(new RuntimeException(words))).isEqualTo(Mishap.DEVICE_LOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"index 3 out of range", "weight V1-V2/0 is missing", ""})
    void allElseIsAMistake(String words) {
        assertThat(Mishap.of(new IllegalStateException(words))).isEqualTo(Mishap.OTHER);
    }
}
