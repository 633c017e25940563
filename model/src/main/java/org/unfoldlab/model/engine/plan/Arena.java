package org.unfoldlab.model.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/*
 * Time runs through the instructions; what dies before an instruction is given back, then what is born there is placed
 * in the smallest gap that holds it, the lowest of equals. Neighbouring gaps join. The arena grows at its end when no
 * gap fits; a gap that touches the end is used for that. Deterministic: requests are served in the order given.
 */
/** Places arrays with known lifetimes in one stretch of memory, so that no two that live together overlap. */
public final class Arena {
    private final long alignment;
    private final TreeMap<Long, Long> gaps = new TreeMap<>();
    private long end;

    private Arena(long alignment) {
        this.alignment = alignment;
    }

    /**
     * An array that wants a place.
     *
     * @param first index of the first instruction that touches it
     * @param last index of the last one
     * @param size in elements
     */
    public record Request(int first, int last, long size) {
        /** The same array, living until the end of a later request. */
        public Request until(Request later) {
            return new Request(first, later.last, size);
        }
    }

    /**
     * Where everything lies.
     *
     * @param offsets in elements, one for each request, in the order given
     * @param size elements in all
     */
    public record Layout(List<Long> offsets, long size) {
        public Layout {
            offsets = List.copyOf(offsets);
        }
    }

    /** Places all requests, each at a multiple of {@code alignment} elements. */
    public static Layout place(List<Request> requests, int alignment) {
        return new Arena(alignment).placed(requests);
    }

    private Layout placed(List<Request> requests) {
        Long[] offsets = new Long[requests.size()];
        List<Integer> byBirth = new ArrayList<>();
        for (int i = 0; i < offsets.length; i++) {
            byBirth.add(i);
        }
        byBirth.sort(Comparator.comparingInt(i -> requests.get(i).first()));
        PriorityQueue<Integer> living =
                new PriorityQueue<>(Comparator.comparingInt(i -> requests.get(i).last()));
        for (int i : byBirth) {
            Request request = requests.get(i);
            while (!living.isEmpty() && requests.get(living.peek()).last() < request.first()) {
                int dead = living.remove();
                giveBack(offsets[dead], rounded(requests.get(dead).size()));
            }
            offsets[i] = take(rounded(request.size()));
            living.add(i);
        }
        return new Layout(List.of(offsets), end);
    }

    private long rounded(long size) {
        return (Math.max(size, 1) + alignment - 1) / alignment * alignment;
    }

    private long take(long size) {
        Map.Entry<Long, Long> best = null;
        for (Map.Entry<Long, Long> gap : gaps.entrySet()) {
            if (gap.getValue() >= size && (best == null || gap.getValue() < best.getValue())) {
                best = gap;
            }
        }
        if (best == null) {
            return takeAtEnd(size);
        }
        long offset = best.getKey();
        long left = best.getValue() - size;
        gaps.remove(offset);
        if (left > 0) {
            gaps.put(offset + size, left);
        }
        return offset;
    }

    private long takeAtEnd(long size) {
        long offset = end;
        Map.Entry<Long, Long> last = gaps.lastEntry();
        if (last != null && last.getKey() + last.getValue() == end) {
            offset = last.getKey();
            gaps.remove(offset);
        }
        end = offset + size;
        return offset;
    }

    private void giveBack(long offset, long size) {
        long from = offset;
        long to = offset + size;
        Map.Entry<Long, Long> before = gaps.lowerEntry(offset);
        if (before != null && before.getKey() + before.getValue() == from) {
            from = before.getKey();
        }
        Long after = gaps.remove(to);
        if (after != null) {
            to += after;
        }
        gaps.put(from, to - from);
    }
}
