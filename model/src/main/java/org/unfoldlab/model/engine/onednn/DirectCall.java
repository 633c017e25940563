package org.unfoldlab.model.engine.onednn;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;

/** A primitive and, by oneDNN's number for it, each argument, whose address is told before each run. */
final class DirectCall {
    private final Library library;
    private final primitive called;
    private final Map<Integer, memory> arguments = new HashMap<>();
    private final IntMemoryMap given = new IntMemoryMap();

    DirectCall(Library library, primitive called) {
        this.library = library;
        this.called = called;
    }

    void add(memory.desc layout, int... names) {
        for (int name : names) {
            memory made = new memory(layout, library.engine(), new Address(0));
            arguments.put(name, made);
            given.put(name, made);
        }
    }

    long bytes(int name) {
        return argument(name).get_desc().get_size();
    }

    private memory argument(int name) {
        memory found = arguments.get(name);
        if (found == null) {
            throw new IllegalArgumentException("this call has no argument " + name);
        }
        return found;
    }

    /** Says where an argument lies; 0 for one that this call does not have. */
    void lay(int name, long address) {
        if (address != 0 || arguments.containsKey(name)) {
            argument(name).set_data_handle(new Address(required(name, address)));
        }
    }

    private static long required(int name, long address) {
        if (address == 0) {
            throw new IllegalArgumentException("this call needs its argument " + name);
        }
        return address;
    }

    void run() {
        called.execute(library.stream(), given);
    }
}
