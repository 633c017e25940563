package org.unfoldlab.model.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.graph.Measure;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.graph.Window;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.StateDynamics;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.StoreException;

/** What is measured when an epoch is learned: curves by policy, batch-norm statistics, how states move. */
final class Measuring implements AutoCloseable {
    private final TrainingJob job;
    private final RunJournal journal;
    private final Evaluation evaluation;
    private final DynamicsMeasuring dynamics;
    private Collection<Integer> times;
    private List<StatisticsPolicy> policies;

    /**
     * What testing gave.
     *
     * @param curves one a policy
     * @param statistics recalibrated ones; empty when none were measured
     * @param sampleImages that they were measured on
     */
    record Tested(List<ReadoutCurve> curves, Map<NormPosition, ChannelStatistics> statistics, int sampleImages) {}

    Measuring(TrainingJob job, RunJournal journal) {
        this.job = job;
        this.journal = journal;
        evaluation = new Evaluation(job);
        dynamics = new DynamicsMeasuring(job);
        Measure measure = job.network().document().measure();
        times = evaluation.timesAskedFor();
        policies = measure.policies();
    }

    /**
     * From the next epoch on, tests at other times or by other policies as well.
     *
     * @param readoutTimes as in a network file; nothing changes when it cannot be read
     */
    void ask(String readoutTimes, List<StatisticsPolicy> compare) {
        int trained = job.network().document().readout().time();
        TreeSet<Integer> wanted = new TreeSet<>(List.of(trained));
        Window.parse(readoutTimes)
                .ifPresent(window ->
                        window.times(trained, 1, Evaluation.LAST_TIME).stream().forEach(wanted::add));
        if (wanted.size() > 1 || Window.parse(readoutTimes).isPresent()) {
            times = wanted;
        }
        policies = job.network().document().measure().withCompare(compare).policies();
    }

    /** Tests at all times asked for; stops early when cancelled. */
    Tested test(Trained trained, BooleanSupplier cancelled) throws EngineException {
        List<ReadoutCurve> curves = new ArrayList<>();
        Map<NormPosition, ChannelStatistics> statistics = Map.of();
        int images = 0;
        for (StatisticsPolicy policy : policies) {
            Optional<Evaluation.Result> result = evaluation.curve(trained, times, policy, cancelled);
            result.map(Evaluation.Result::curve).ifPresent(curves::add);
            if (result.isPresent() && !result.get().statistics().isEmpty()) {
                statistics = result.get().statistics();
                images = result.get().curve().sampleImages();
            }
        }
        return new Tested(curves, statistics, images);
    }

    /**
     * Writes down the statistics of an epoch: running, of its last batch, and recalibrated ones if there are any.
     *
     * @param hasBatch false when no batch was learned since the executable was made
     */
    void keepStatistics(int epoch, Tested tested, Executable executable, boolean hasBatch) throws StoreException {
        Map<String, HostArray> arrays = new LinkedHashMap<>(Checkpoints.statistics("", tested.statistics()));
        arrays.putAll(Checkpoints.statistics("running/", executable.statistics()));
        if (hasBatch) {
            arrays.putAll(Checkpoints.statistics("batch/", executable.batchStatistics()));
        }
        if (!arrays.isEmpty()) {
            String file = String.format(Locale.ROOT, "statistics-%04d.npz", epoch);
            journal.writer().arrays(file, arrays);
            journal.tell(new TrainingEvent.StatisticsMeasured(journal.now(), epoch, file, tested.sampleImages()));
        }
    }

    /** Follows the states of the sample and writes down how they moved. */
    void keepDynamics(int epoch, Trained trained, double rate) throws StoreException {
        Optional<StateDynamics> measured = dynamics.measure(trained, times, rate);
        if (measured.isPresent()) {
            String file = String.format(Locale.ROOT, "dynamics-%04d.npz", epoch);
            journal.writer().arrays(file, measured.get().arrays());
            journal.tell(new TrainingEvent.DynamicsMeasured(journal.now(), epoch, file, dynamics.images()));
        }
    }

    void tellMemory(int epoch) throws StoreException {
        OptionalLong peak = PeakMemory.bytes();
        if (peak.isPresent()) {
            journal.tell(new TrainingEvent.MemoryHeld(journal.now(), epoch, peak.getAsLong()));
        }
    }

    @Override
    public void close() {
        evaluation.close();
    }
}
