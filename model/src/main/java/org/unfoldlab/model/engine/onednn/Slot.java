package org.unfoldlab.model.engine.onednn;

import org.unfoldlab.model.engine.plan.Arena;

/** Bytes that want an address: for good, or from the first call that touches them to the last. */
final class Slot {
    private final long bytes;
    private final boolean lasting;
    private int first = Integer.MAX_VALUE;
    private int last = -1;
    private long address;

    private Slot(long bytes, boolean lasting) {
        this.bytes = bytes;
        this.lasting = lasting;
    }

    /** Shares the arena with others. */
    static Slot passing(long bytes) {
        return new Slot(bytes, false);
    }

    /** Has its place to itself. */
    static Slot lasting(long bytes) {
        return new Slot(bytes, true);
    }

    /** Lies where someone else has put it. */
    static Slot at(long address, long bytes) {
        Slot slot = new Slot(bytes, true);
        slot.address = address;
        return slot;
    }

    void touch(int call) {
        first = Math.min(first, call);
        last = Math.max(last, call);
    }

    boolean needsAddress() {
        return address == 0;
    }

    boolean isLasting() {
        return lasting;
    }

    Arena.Request request() {
        return new Arena.Request(Math.min(first, Math.max(last, 0)), Math.max(last, 0), bytes);
    }

    void place(long at) {
        address = at;
    }

    long address() {
        return address;
    }

    long bytes() {
        return bytes;
    }
}
