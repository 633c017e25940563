package org.unfoldlab.model.engine.onednn;

import org.bytedeco.javacpp.Pointer;

/** A bare address that owns nothing. */
final class Address extends Pointer {
    Address(long address) {
        super((Pointer) null);
        this.address = address;
    }
}
