package org.unfoldlab.model.engine.libtorch;

/** One instruction, bound to its values, ready to be run again and again. */
interface Kernel {
    void run();
}
