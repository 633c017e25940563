package org.unfoldlab.model.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The steps at which a transition may run: comma-separated ranges {@code a..b} or points; an end is a whole number,
 * {@code T} or {@code T-k} (SPEC §2). Ends relative to T let one drawing serve every readout time.
 *
 * @param ranges in the order written
 */
public record Window(List<Range> ranges) {
    private static final Pattern END = Pattern.compile("(\\d{1,6})|T(?:\\s*-\\s*(\\d{1,6}))?");
    private static final Pattern RANGE = Pattern.compile("(.+?)\\s*\\.\\.\\s*(.+)");

    public Window {
        ranges = List.copyOf(ranges);
    }

    /**
     * One end of a range.
     *
     * @param relative true for T − offset, false for the number itself
     */
    public record End(boolean relative, int offset) {
        /** The step that this end stands for at readout time T. */
        public int at(int readoutTime) {
            return relative ? readoutTime - offset : offset;
        }

        @Override
        public String toString() {
            if (!relative) {
                return Integer.toString(offset);
            }
            return offset == 0 ? "T" : "T-" + offset;
        }
    }

    /** First and last step, both included. */
    public record Range(End first, End last) {
        @Override
        public String toString() {
            return first.equals(last) ? first.toString() : first + ".." + last;
        }
    }

    /** Reads a window as written; empty when the text has another form. */
    public static Optional<Window> parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Optional<Range> range = parseRange(part.strip());
            if (range.isEmpty()) {
                return Optional.empty();
            }
            ranges.add(range.get());
        }
        return Optional.of(new Window(ranges));
    }

    private static Optional<Range> parseRange(String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return parseEnd(text).map(end -> new Range(end, end));
        }
        return parseEnd(range.group(1))
                .flatMap(first -> parseEnd(range.group(2)).map(last -> new Range(first, last)));
    }

    private static Optional<End> parseEnd(String text) {
        Matcher end = END.matcher(text.strip());
        if (!end.matches()) {
            return Optional.empty();
        }
        if (end.group(1) != null) {
            return Optional.of(new End(false, Integer.parseInt(end.group(1))));
        }
        return Optional.of(new End(true, end.group(2) == null ? 0 : Integer.parseInt(end.group(2))));
    }

    /** The steps 1 … T−1 that this window holds at readout time T; bit t is step t. */
    public BitSet steps(int readoutTime) {
        return times(readoutTime, 1, readoutTime - 1);
    }

    /** The whole numbers of {@code lowest … highest} that this window holds at readout time T. */
    public BitSet times(int readoutTime, int lowest, int highest) {
        BitSet held = new BitSet(Math.max(highest + 1, 1));
        for (Range range : ranges) {
            int first = Math.max(range.first().at(readoutTime), lowest);
            int last = Math.min(range.last().at(readoutTime), highest);
            if (first <= last) {
                held.set(first, last + 1);
            }
        }
        return held;
    }

    /** True when any end is relative to T. */
    public boolean refersToReadout() {
        return ranges.stream()
                .anyMatch(range -> range.first().relative() || range.last().relative());
    }

    @Override
    public String toString() {
        return ranges.stream().map(Range::toString).collect(Collectors.joining(","));
    }
}
