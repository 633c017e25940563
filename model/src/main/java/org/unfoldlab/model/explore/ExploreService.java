package org.unfoldlab.model.explore;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.ImageSet;
import org.unfoldlab.datasets.files.ImageFolder;
import org.unfoldlab.model.engine.EngineException;
import org.unfoldlab.model.explore.ExploreAnswer.Picture;
import org.unfoldlab.model.store.Checkpoint;
import org.unfoldlab.model.store.RunFolder;
import org.unfoldlab.model.store.StoreException;
import org.unfoldlab.model.train.Trained;
import org.unfoldlab.model.train.TrainingJob;

/**
 * Answers questions about one run, one after the other on the thread that calls {@link #serve}. A survey goes on
 * between questions, a batch at a time, so that nobody waits for it; it keeps to the checkpoint that it began with. A
 * question that cannot be answered gets a sentence that says why, and the next one is answered all the same.
 */
public final class ExploreService {
    private final RunFolder run;
    private final TrainingJob job;
    private final Consumer<ExploreAnswer> told;
    private final BlockingQueue<ExploreQuestion> questions = new LinkedBlockingQueue<>();
    private @Nullable TrainedNetwork network;
    private @Nullable Survey survey;
    private @Nullable TrainedNetwork surveyed;
    private long surveyId;
    private int surveyEpochs;
    private int epochs;

    /**
     * @param run whose newest checkpoint is asked
     * @param job its network, data and engine
     * @param told hears every answer, on the serving thread
     */
    public ExploreService(RunFolder run, TrainingJob job, Consumer<ExploreAnswer> told) {
        this.run = run;
        this.job = job;
        this.told = told;
    }

    /** Asks; from any thread, returns at once. */
    public void ask(ExploreQuestion question) {
        questions.add(question);
    }

    /** Loads the newest checkpoint and answers until it is told to leave. */
    public void serve() throws InterruptedException {
        answered(0, () -> renew(0));
        boolean going = true;
        while (going) {
            ExploreQuestion next = survey == null ? questions.take() : questions.poll();
            if (next == null) {
                answered(surveyId, this::goOnWithSurvey);
            } else if (next instanceof ExploreQuestion.Leave) {
                going = false;
            } else {
                answered(next.id(), () -> answer(next));
            }
        }
        endSurvey();
        closeNetwork();
    }

    /** Does something that may fail for reasons that the user should read. */
    private void answered(long id, Work work) {
        try {
            work.run();
        } catch (StoreException | DatasetException | EngineException e) {
            trouble(id, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            trouble(id, "This cannot be answered: " + e.getMessage() + ".");
        } catch (OutOfMemoryError e) {
            trouble(id, "There is not enough memory to answer this. Ask for an earlier T or fewer images.");
        }
    }

    private void trouble(long id, String sentence) {
        if (id == surveyId) {
            endSurvey();
        }
        told.accept(new ExploreAnswer.Trouble(id, sentence));
    }

    private void answer(ExploreQuestion question) throws StoreException, DatasetException, EngineException {
        if (question instanceof ExploreQuestion.Browse browse) {
            told.accept(page(browse));
        } else if (question instanceof ExploreQuestion.Fetch fetch) {
            told.accept(new ExploreAnswer.Fetched(fetch.id(), picture(fetch.image())));
        } else if (question instanceof ExploreQuestion.Load load) {
            told.accept(new ExploreAnswer.Fetched(load.id(), picture(Path.of(load.path()))));
        } else if (question instanceof ExploreQuestion.Think think) {
            told.accept(
                    new ExploreAnswer.Thinks(think.id(), loaded().think(think.pixels(), think.last(), think.shown())));
        } else if (question instanceof ExploreQuestion.Survey asked) {
            endSurvey();
            surveyId = asked.id();
            surveyEpochs = epochs;
            survey = new Survey(loaded(), asked.last(), asked.images());
            surveyed = network;
        } else if (question instanceof ExploreQuestion.Cancel) {
            endSurvey();
        } else if (question instanceof ExploreQuestion.Renew renewal) {
            renew(renewal.id());
        }
    }

    private ExploreAnswer.Page page(ExploreQuestion.Browse browse) throws DatasetException {
        int[] numbers = numbersOf(browse.label());
        int from = Math.max(0, Math.min(browse.from(), numbers.length));
        List<Picture> pictures = new ArrayList<>();
        for (int i = from; i < Math.min(from + browse.count(), numbers.length); i++) {
            pictures.add(picture(numbers[i]));
        }
        return new ExploreAnswer.Page(browse.id(), numbers.length, from, pictures);
    }

    /** Numbers of the test images of a class, ascending; of all classes when none is named. */
    private int[] numbersOf(OptionalInt label) {
        ImageSet test = job.data().test();
        return IntStream.range(0, test.size())
                .filter(image -> label.isEmpty() || test.label(image) == label.getAsInt())
                .toArray();
    }

    private Picture picture(int number) throws DatasetException {
        ImageSet test = job.data().test();
        if (number < 0 || number >= test.size()) {
            throw new DatasetException("There is no test image " + number + ": " + test.name() + " has " + test.size()
                    + ", numbered from 0.");
        }
        byte[] pixels = new byte[test.imageLength()];
        test.copyImage(number, pixels, 0);
        return new Picture(OptionalInt.of(number), OptionalInt.of(test.label(number)), "", pixels);
    }

    private Picture picture(Path file) throws DatasetException {
        byte[] pixels = ImageFolder.image(file, job.data().test().shape());
        return new Picture(OptionalInt.empty(), OptionalInt.empty(), String.valueOf(file.getFileName()), pixels);
    }

    private TrainedNetwork loaded() throws StoreException {
        TrainedNetwork known = network;
        if (known == null) {
            throw new StoreException(run.path() + " holds nothing trained yet.");
        }
        return known;
    }

    private void renew(long id) throws StoreException {
        Checkpoint checkpoint = run.latestCheckpoint()
                .orElseThrow(() -> new StoreException("Nothing trained yet: the first checkpoint is still to come."));
        closeNetwork();
        TrainedNetwork fresh = new TrainedNetwork(job, Trained.of(checkpoint));
        network = fresh;
        epochs = checkpoint.progress().epochsDone();
        ImageSet test = job.data().test();
        told.accept(new ExploreAnswer.Ready(
                id,
                epochs,
                checkpoint.progress().batchesDone(),
                job.network().document().readout().time(),
                test.classNames(),
                test.channels(),
                test.height(),
                test.width(),
                neutral(),
                test.size(),
                fresh.statistics(),
                test.name(),
                fresh.lastMeasured()));
    }

    private byte[] neutral() {
        double[] mean = job.data().train().statistics().mean();
        byte[] bytes = new byte[mean.length];
        for (int c = 0; c < mean.length; c++) {
            bytes[c] = (byte) Math.round(255 * mean[c]);
        }
        return bytes;
    }

    private void goOnWithSurvey() throws EngineException {
        Survey going = survey;
        if (going == null) {
            return;
        }
        if (going.isDone()) {
            told.accept(new ExploreAnswer.Surveyed(
                    surveyId, surveyEpochs, job.data().test().size(), going.choices()));
            endSurvey();
        } else {
            going.step();
            told.accept(new ExploreAnswer.Progress(surveyId, going.done()));
        }
    }

    private void endSurvey() {
        Survey going = survey;
        if (going != null) {
            going.close();
            survey = null;
        }
        TrainedNetwork asked = surveyed;
        surveyed = null;
        if (asked != null && asked != network) {
            asked.close();
        }
    }

    private void closeNetwork() {
        TrainedNetwork known = network;
        network = null;
        if (known != null && known != surveyed) {
            known.close();
        }
    }

    private interface Work {
        void run() throws StoreException, DatasetException, EngineException;
    }
}
