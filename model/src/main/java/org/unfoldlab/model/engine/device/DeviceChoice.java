package org.unfoldlab.model.engine.device;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where to compute, as written after {@code --device}. */
public sealed interface DeviceChoice {
    /** What was written. */
    String text();

    /** A graphics processor if one can be used, else the processor. */
    record Auto() implements DeviceChoice {
        @Override
        public String text() {
            return "auto";
        }
    }

    /** The processor. */
    record Cpu() implements DeviceChoice {
        @Override
        public String text() {
            return "cpu";
        }
    }

    /** A certain graphics processor, counted from 0. */
    record Cuda(int index) implements DeviceChoice {
        @Override
        public String text() {
            return "cuda:" + index;
        }
    }

    /** Reads {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:N}; empty for anything else. */
    static Optional<DeviceChoice> parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        Matcher cuda = Pattern.compile("cuda(?::(\\d{1,3}))?").matcher(word);
        if (cuda.matches()) {
            return Optional.of(new Cuda(cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1))));
        }
        return switch (word) {
            case "auto" -> Optional.of(new Auto());
            case "cpu" -> Optional.of(new Cpu());
            default -> Optional.empty();
        };
    }
}
