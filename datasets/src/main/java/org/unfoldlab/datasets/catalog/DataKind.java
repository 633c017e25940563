package org.unfoldlab.datasets.catalog;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of data that {@code --data} can name. */
public enum DataKind {
    SHAPES("shapes"),
    CIFAR_10("cifar-10"),
    MNIST("mnist"),
    FASHION_MNIST("fashion-mnist"),
    FOLDER("folder");

    private final String key;

    DataKind(String key) {
        this.key = key;
    }

    /** The name in {@code --data} and in network files. */
    public String key() {
        return key;
    }

    static Optional<DataKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    static String allKeys() {
        return Arrays.stream(values()).map(DataKind::key).collect(Collectors.joining(", "));
    }
}
