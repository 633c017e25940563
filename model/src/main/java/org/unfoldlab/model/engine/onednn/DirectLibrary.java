package org.unfoldlab.model.engine.onednn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;

/*
 * OneDnnBound lays out memory of its own and records calls over it. What is direct computes at once, over memory that
 * someone else has and that lies elsewhere each time: a call and its memory objects are made once for a form and then
 * only told the addresses. They outlive the scope in which they are first wanted; JavaCPP's extend() says so.
 */
/** oneDNN for arrays in memory that belongs to someone else. For one thread at a time. */
public final class DirectLibrary implements AutoCloseable {
    private final List<PointerScope> scopes = new ArrayList<>();
    private final Library library;

    private DirectLibrary() {
        library = lasting(Library::new);
    }

    /** Empty where oneDNN does not load on this system. */
    public static Optional<DirectLibrary> find() {
        try {
            return Optional.of(new DirectLibrary());
        } catch (LinkageError | RuntimeException absent) {
            return Optional.empty();
        }
    }

    Library library() {
        return library;
    }

    /** What the maker makes lasts until this is closed. */
    <T> T lasting(Supplier<T> maker) {
        try (PointerScope scope = new PointerScope()) {
            scopes.add(scope.extend());
            return maker.get();
        }
    }

    @Override
    public void close() {
        Collections.reverse(scopes);
        scopes.forEach(PointerScope::close);
        scopes.clear();
    }
}
