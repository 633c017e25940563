package org.unfoldlab.model.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.unfoldlab.datasets.ImageSet;
import org.unfoldlab.model.engine.ChannelStatistics;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Recalibration;
import org.unfoldlab.model.graph.NetworkDocument;
import org.unfoldlab.model.graph.Normalization;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.graph.Window;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.NormPosition;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.ReadoutCurve;
import org.unfoldlab.model.result.ReadoutPoint;

/*
 * One program answers at all readout times when no window refers to T, so that a curve costs one pass to the largest
 * time; else there is one program for each time. What an engine lays out is kept for the next epoch as long as it is
 * small.
 *
 * Recalibration (SPEC §4) is one pass over the sample as a single batch: each position then has all earlier ones in
 * place by construction. The sample is drawn from the training set by the seed, without augmentation.
 *
 * Statistics shared over time are those of the trained program alone, so that the error at one readout time does not
 * depend on which other times were asked for.
 */
/** Tests a trained network at any readout times. One thread at a time. */
public final class Evaluation implements AutoCloseable {
    /** Training images that statistics are measured on, unless the network file says otherwise. */
    public static final int DEFAULT_SAMPLE = 512;

    /** Wide networks use a smaller sample, so that one layer's output stays below this. */
    private static final long SAMPLE_LAYER_BYTES = 64L << 20;

    static final int LAST_TIME = 1000;
    private static final int SMALLEST_SAMPLE = 64;
    private static final int TEST_BATCH = 64;
    private static final long KEPT_BYTES = 1L << 30;

    private final TrainingJob job;
    private final Program trainedProgram;
    private final TestImages test;
    private final TestImages sample;
    private final List<PreparedProgram> prepared = new ArrayList<>();

    /**
     * A curve and the statistics behind it.
     *
     * @param statistics measured on the sample, by position; empty unless recalibrated
     */
    public record Result(ReadoutCurve curve, Map<NormPosition, ChannelStatistics> statistics) {
        public Result {
            statistics = Map.copyOf(statistics);
        }
    }

    /**
     * What answers at some readout times, for whoever wants more of it than a curve.
     *
     * @param unanswered the times without an answer, and why
     * @param programs one for all the others, or one each when windows refer to T
     * @param sampleImages training images that statistics were measured on; 0 for held ones
     */
    public record Ready(List<ReadoutPoint> unanswered, List<Calibrated> programs, int sampleImages) {
        public Ready {
            unanswered = List.copyOf(unanswered);
            programs = List.copyOf(programs);
        }
    }

    /**
     * A program with the statistics to evaluate it with.
     *
     * @param statistics by {@link Program#statisticsKey}
     */
    public record Calibrated(Program program, Map<String, ChannelStatistics> statistics) {
        public Calibrated {
            statistics = Map.copyOf(statistics);
        }
    }

    public Evaluation(TrainingJob job) {
        this.job = job;
        trainedProgram = Lowering.lower(Unroller.unroll(job.network()));
        ImageSet train = job.data().train();
        test = new TestImages(job.data().test(), train.statistics());
        sample = new TestImages(
                train.sample(sampleSize(job, trainedProgram), job.training().seed()), train.statistics());
    }

    /** Training images that statistics are measured on, if there are so many. */
    static int sampleSize(TrainingJob job, Program trained) {
        long layerBytes = trained.nodes().stream()
                .mapToLong(node -> (long) node.shape().channels()
                        * node.shape().height()
                        * node.shape().width()
                        * Float.BYTES)
                .max()
                .orElse(1);
        long most = Math.max(SMALLEST_SAMPLE, SAMPLE_LAYER_BYTES / layerBytes);
        int usual = (int) Math.min(DEFAULT_SAMPLE, most);
        return job.network().document().measure().recalibrationImages().orElse(usual);
    }

    /** The readout times that the network file asks for, up to {@value #LAST_TIME}, and the trained one. */
    public SortedSet<Integer> timesAskedFor() {
        NetworkDocument document = job.network().document();
        int trained = document.readout().time();
        TreeSet<Integer> times = new TreeSet<>(List.of(trained));
        Window.parse(document.measure().readoutTimes())
                .ifPresent(
                        window -> window.times(trained, 1, LAST_TIME).stream().forEach(times::add));
        return times;
    }

    /**
     * Tests at each time.
     *
     * @param times readout times T′ ≥ 1; those without an answer say why
     * @param cancelled looked at between batches
     * @return empty when cancelled, or when there are no test images
     * @throws EngineException when the engine cannot do it, e.g. for want of memory
     */
    public Optional<Result> curve(
            Trained trained, Collection<Integer> times, StatisticsPolicy policy, BooleanSupplier cancelled)
            throws EngineException {
        ReadoutPlan plan = ReadoutPlan.of(job.network(), trained, times, policy);
        List<ReadoutPoint> points = new ArrayList<>(plan.unanswered());
        Map<NormPosition, ChannelStatistics> measured = new LinkedHashMap<>();
        for (Program program : plan.programs()) {
            SortedMap<Integer, Answers> answers = new TreeMap<>();
            program.readouts().keySet().forEach(time -> answers.put(time, new Answers()));
            boolean complete = answer(program, trained, policy, answers, measured, cancelled);
            if (!complete) {
                return Optional.empty();
            }
            answers.forEach((time, sum) -> points.add(sum.at(time)));
        }
        int images = policy == StatisticsPolicy.RECALIBRATE ? sample.set().size() : 0;
        int trainedTime = job.network().document().readout().time();
        return Optional.of(new Result(
                new ReadoutCurve(ReadoutCurve.Kind.TRAIN_ONCE, policy, trainedTime, images, points), measured));
    }

    /**
     * The programs that answer at these times, each with its statistics. A single image has no statistics of its own, so
     * the policy {@code batch} gives recalibrated ones.
     *
     * @param times readout times T′ ≥ 1
     * @throws EngineException when the engine cannot do it, e.g. for want of memory
     */
    public Ready ready(Trained trained, Collection<Integer> times, StatisticsPolicy policy) throws EngineException {
        StatisticsPolicy single = policy == StatisticsPolicy.BATCH ? StatisticsPolicy.RECALIBRATE : policy;
        ReadoutPlan plan = ReadoutPlan.of(job.network(), trained, times, single);
        List<Calibrated> programs = new ArrayList<>();
        for (Program program : plan.programs()) {
            Map<String, ChannelStatistics> statistics = single == StatisticsPolicy.HOLD
                    ? HeldStatistics.of(program, trained.running())
                    : recalibrated(prepared(program), trained, new LinkedHashMap<>());
            programs.add(new Calibrated(program, statistics));
            dropIfLarge();
        }
        return new Ready(
                plan.unanswered(),
                programs,
                single == StatisticsPolicy.HOLD ? 0 : sample.set().size());
    }

    private boolean answer(
            Program program,
            Trained trained,
            StatisticsPolicy policy,
            SortedMap<Integer, Answers> answers,
            Map<NormPosition, ChannelStatistics> measured,
            BooleanSupplier cancelled)
            throws EngineException {
        PreparedProgram ready = prepared(program);
        try {
            if (policy == StatisticsPolicy.BATCH) {
                return byBatch(ready, trained, answers, cancelled);
            }
            Map<String, ChannelStatistics> statistics = policy == StatisticsPolicy.HOLD
                    ? HeldStatistics.of(program, trained.running())
                    : recalibrated(ready, trained, measured);
            return byStatistics(ready, trained, statistics, answers, cancelled);
        } finally {
            dropIfLarge();
        }
    }

    private PreparedProgram prepared(Program program) {
        for (PreparedProgram known : prepared) {
            Program held = known.program();
            if (held.readoutTime() == program.readoutTime()
                    && held.readouts().keySet().equals(program.readouts().keySet())) {
                return known;
            }
        }
        PreparedProgram fresh = new PreparedProgram(job, program);
        prepared.add(fresh);
        return fresh;
    }

    private void dropIfLarge() {
        if (prepared.stream().mapToLong(PreparedProgram::bytes).sum() > KEPT_BYTES) {
            prepared.forEach(PreparedProgram::close);
            prepared.clear();
        }
    }

    /** Statistics of one pass over the whole sample. */
    private Map<String, ChannelStatistics> recalibrated(
            PreparedProgram ready, Trained trained, Map<NormPosition, ChannelStatistics> measured)
            throws EngineException {
        int size = sample.set().size();
        Executable executable = ready.sampling(size);
        executable.setParameters(trained.weights());
        executable.forward(sample.chunk(0, size).images());
        Map<NormPosition, ChannelStatistics> all = executable.batchStatistics();
        measured.putAll(all);
        Map<String, ChannelStatistics> statistics = Recalibration.of(ready.program(), all);
        if (ready.program().normalization().statistics() == Normalization.Statistics.SHARED) {
            statistics = new LinkedHashMap<>(statistics);
            statistics.putAll(Recalibration.of(trainedProgram, atTrainedTime(trained, all)));
        }
        return statistics;
    }

    /** The positions that training runs, measured by the trained program. */
    private Map<NormPosition, ChannelStatistics> atTrainedTime(
            Trained trained, Map<NormPosition, ChannelStatistics> measured) throws EngineException {
        Set<NormPosition> wanted = ReadoutPlan.positions(trainedProgram);
        if (measured.keySet().containsAll(wanted)) {
            Map<NormPosition, ChannelStatistics> of = new LinkedHashMap<>(measured);
            of.keySet().retainAll(wanted);
            return of;
        }
        int size = sample.set().size();
        Executable executable = prepared(trainedProgram).sampling(size);
        executable.setParameters(trained.weights());
        executable.forward(sample.chunk(0, size).images());
        return executable.batchStatistics();
    }

    private boolean byStatistics(
            PreparedProgram ready,
            Trained trained,
            Map<String, ChannelStatistics> statistics,
            SortedMap<Integer, Answers> answers,
            BooleanSupplier cancelled)
            throws EngineException {
        int size = Math.min(TEST_BATCH, test.set().size());
        if (size == 0) {
            return false;
        }
        Executable executable = ready.evaluating(size);
        executable.setParameters(trained.weights());
        executable.setStatistics(statistics);
        for (int i = 0; i < test.chunks(size) && !cancelled.getAsBoolean(); i++) {
            count(executable, test.chunk(i, size), answers);
        }
        return !cancelled.getAsBoolean();
    }

    private boolean byBatch(
            PreparedProgram ready, Trained trained, SortedMap<Integer, Answers> answers, BooleanSupplier cancelled)
            throws EngineException {
        int size = Math.min(job.training().batch(), test.set().size());
        if (size == 0) {
            return false;
        }
        Executable executable = ready.measuring(size);
        executable.setParameters(trained.weights());
        for (int i = 0; i < test.chunks(size) && !cancelled.getAsBoolean(); i++) {
            count(executable, test.fullChunk(i, size), answers);
        }
        return !cancelled.getAsBoolean();
    }

    private static void count(Executable executable, TestImages.Chunk chunk, SortedMap<Integer, Answers> answers) {
        executable.forward(chunk.images());
        answers.forEach(
                (time, sum) -> sum.add(executable.logits(time), chunk.labels(), chunk.from(), chunk.labels().length));
    }

    /** Frees all that was laid out. */
    @Override
    public void close() {
        prepared.forEach(PreparedProgram::close);
        prepared.clear();
    }
}
