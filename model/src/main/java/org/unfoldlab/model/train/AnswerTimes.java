package org.unfoldlab.model.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.engine.Executable;
import org.unfoldlab.model.engine.Mode;
import org.unfoldlab.model.engine.Plan;
import org.unfoldlab.model.graph.StatisticsPolicy;
import org.unfoldlab.model.program.Lowering;
import org.unfoldlab.model.program.Program;
import org.unfoldlab.model.program.Unroller;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.TrainingEvent.AnswerTime;

/** Measures how long one answer takes at each readout time: one image alone, stimulus to logits. */
public final class AnswerTimes {
    private static final int WARM_UPS = 2;
    private static final int RUNS = 7;

    private AnswerTimes() {}

    /**
     * The median of {@value #RUNS} runs at each time; times without an answer are left out.
     *
     * @throws EngineException when the engine cannot do it
     */
    public static List<AnswerTime> of(TrainingJob job, Trained trained, Collection<Integer> times)
            throws EngineException {
        TreeSet<Integer> answered = new TreeSet<>(times);
        ReadoutPlan.of(job.network(), trained, times, StatisticsPolicy.HOLD)
                .unanswered()
                .forEach(point -> answered.remove(point.time()));
        TestImages images =
                new TestImages(job.data().train(), job.data().train().statistics());
        HostArray one = images.chunk(0, 1).images();
        List<AnswerTime> measured = new ArrayList<>();
        for (int time : answered) {
            Program program = Lowering.lower(Unroller.unroll(job.network(), time));
            measured.add(new AnswerTime(time, milliseconds(job, program, trained, one)));
        }
        return measured;
    }

    private static double milliseconds(TrainingJob job, Program program, Trained trained, HostArray image)
            throws EngineException {
        Plan plan = new Plan(Mode.EVALUATE, 1, job.precision(), false, job.threads());
        try (Executable executable = job.engine().prepare(program, plan)) {
            executable.setParameters(trained.weights());
            executable.setStatistics(Map.copyOf(HeldStatistics.of(program, trained.running())));
            double[] took = new double[RUNS];
            for (int i = -WARM_UPS; i < RUNS; i++) {
                long begun = System.nanoTime();
                executable.forward(image);
                executable.logits(program.readoutTime());
                if (i >= 0) {
                    took[i] = (System.nanoTime() - begun) / 1e6;
                }
            }
            Arrays.sort(took);
            return took[RUNS / 2];
        }
    }
}
