package org.unfoldlab.model.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.result.TrainingEvent.CurveMeasured;
import org.unfoldlab.model.result.TrainingEvent.DynamicsMeasured;
import org.unfoldlab.model.result.TrainingEvent.MemoryHeld;
import org.unfoldlab.model.result.TrainingEvent.TimesMeasured;

/**
 * What was measured of a run beside its epochs.
 *
 * @param dynamics pointers to how states moved, one for each epoch at most
 * @param later curves of checkpoints, in the order in which somebody asked for them
 * @param times how long answers take, if somebody asked
 * @param memory most bytes that training has held, if the system tells
 */
public record Measurements(
        List<DynamicsMeasured> dynamics,
        List<CurveMeasured> later,
        Optional<TimesMeasured> times,
        OptionalLong memory) {
    static final Measurements NONE = new Measurements(List.of(), List.of(), Optional.empty(), OptionalLong.empty());

    private static final Comparator<CurveMeasured> BY_PLACE =
            Comparator.comparingInt(CurveMeasured::epochsDone).thenComparingInt(CurveMeasured::batchesDone);

    public Measurements {
        dynamics = List.copyOf(dynamics);
        later = List.copyOf(later);
    }

    Measurements with(TrainingEvent event) {
        if (event instanceof DynamicsMeasured measured) {
            List<DynamicsMeasured> next = new ArrayList<>(dynamics);
            next.removeIf(old -> old.epoch() >= measured.epoch());
            next.add(measured);
            return new Measurements(next, later, times, memory);
        }
        if (event instanceof CurveMeasured measured) {
            List<CurveMeasured> next = new ArrayList<>(later);
            next.add(measured);
            return new Measurements(dynamics, next, times, memory);
        }
        if (event instanceof TimesMeasured measured) {
            return new Measurements(dynamics, later, Optional.of(joined(measured)), memory);
        }
        return event instanceof MemoryHeld held
                ? new Measurements(dynamics, later, times, OptionalLong.of(held.bytes()))
                : this;
    }

    /** Times measured earlier stay unless they were measured again, or on another device. */
    private TimesMeasured joined(TimesMeasured now) {
        Map<Integer, TrainingEvent.AnswerTime> all = new TreeMap<>();
        times.filter(before -> before.device().equals(now.device()))
                .ifPresent(before -> before.times().forEach(time -> all.put(time.time(), time)));
        now.times().forEach(time -> all.put(time.time(), time));
        return new TimesMeasured(now.at(), now.device(), List.copyOf(all.values()));
    }

    /** Without what belongs to that epoch or a later one: they are done again. */
    Measurements before(int epoch) {
        return new Measurements(
                dynamics.stream().filter(done -> done.epoch() < epoch).toList(),
                later.stream().filter(done -> done.epochsDone() < epoch).toList(),
                times,
                memory);
    }

    /**
     * An epoch's curves and what was asked for since then of the same weights; or only that, when it is of later ones.
     * Points of different weights are never joined to one curve.
     */
    List<ReadoutCurve> added(List<ReadoutCurve> ofEpoch, int epochsDone) {
        Optional<CurveMeasured> newest = later.stream().max(BY_PLACE);
        if (newest.isEmpty() || newest.get().epochsDone() < epochsDone) {
            return ofEpoch;
        }
        boolean sameWeights =
                newest.get().epochsDone() == epochsDone && newest.get().batchesDone() == 0;
        Map<StatisticsPolicy, ReadoutCurve> byPolicy = new LinkedHashMap<>();
        if (sameWeights) {
            ofEpoch.forEach(curve -> byPolicy.put(curve.statistics(), curve));
        }
        later.stream()
                .filter(one -> BY_PLACE.compare(one, newest.get()) == 0)
                .forEach(one -> byPolicy.merge(one.curve().statistics(), one.curve(), ReadoutCurve::with));
        return List.copyOf(byPolicy.values());
    }
}
