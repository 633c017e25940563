package org.unfoldlab.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.app.explore.Explorer;
import org.unfoldlab.app.explore.ProcessExplorers;
import org.unfoldlab.app.runs.Worker;
import org.unfoldlab.model.explore.ExploreAnswer;
import org.unfoldlab.model.explore.ExploreQuestion;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.result.Guess;

/** A trained run explored in the terminal, and by the real process that the window asks: one tiny run serves both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class ExploreCommandTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    void trainOnce() {
        Commands.Said said = run(
                "train",
                "demo",
                "--out",
                run().toString(),
                "--train-images",
                "64",
                "--test-images",
                "32",
                "--batch",
                "16",
                "--epochs",
                "1");
        assertThat(said.code()).as(said.err()).isZero();
    }

    private static Path run() {
        return folder.resolve("run");
    }

    private static Commands.Said run(String... arguments) {
        return new Commands(folder.resolve("home")).run(arguments);
    }

    @Test
    void theTerminalShowsTheProbabilitiesOverTime() {
        Commands.Said said = run("explore", run().toString(), "--image", "17", "--last", "6");
        assertThat(said.code()).as(said.err()).isZero();
        List<String> lines = said.out().lines().toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.get(0)).contains("hourglass").endsWith("answer");
        assertThat(lines.get(1)).isEqualTo("   1  no signal yet");
        assertThat(lines.get(5)).endsWith(", trained");
        double sum = 0;
        for (String figure : lines.get(6).strip().split("\\s+")) {
            sum += figure.contains(".") ? Double.parseDouble(figure) : 0;
        }
        assertThat(sum).as("per cent of ten classes, each rounded").isBetween(99.4, 100.6);
        assertThat(said.err()).contains("Test image 17 of 32 (shapes), heart").contains("after epoch 1");
    }

    @Test
    void badImagesAreSaidInOneSentence() {
        Commands.Said number = run("explore", run().toString(), "--image", "32");
        assertThat(number.code()).isEqualTo(ExitCodes.WRONG_USE);
        assertThat(number.err()).contains("There are 32 test images, numbered from 0.");
        Commands.Said file = run("explore", run().toString(), "--file", "/no/such/cat.png");
        assertThat(file.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(file.err()).contains("cat.png");
        assertThat(run("explore", folder.toString()).err()).contains("no run folder");
    }

    @Test
    void theRealProcessAnswersWhatTheTerminalPrintsAndItsDeathIsTold() throws Exception {
        BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
        Explorer explorer = new ProcessExplorers().start(run(), listener(heard));
        var ready = (ExploreAnswer.Ready) next(heard);
        assertThat(ready.epochs()).isEqualTo(1);
        assertThat(ready.testImages()).isEqualTo(32);
        explorer.ask(new ExploreQuestion.Fetch(1, 17));
        var picture = ((ExploreAnswer.Fetched) next(heard)).picture();
        assertThat(picture.label()).isEqualTo(OptionalInt.of(7));
        explorer.ask(new ExploreQuestion.Think(2, picture.pixels(), 6, 6));
        var thought = ((ExploreAnswer.Thinks) next(heard)).thought();
        assertThat(thought.states()).containsKey(new StateAt("V2", 4));
        List<String> printed = run("explore", run().toString(), "--image", "17", "--last", "6")
                .out()
                .lines()
                .toList();
        for (Guess guess : thought.guesses()) {
            assertThat(printed.get(guess.time()))
                    .contains("  " + ready.classNames().get(guess.choice()));
        }
        explorer.ask(new ExploreQuestion.Fetch(3, 999));
        assertThat(((ExploreAnswer.Trouble) next(heard)).sentence()).startsWith("There is no test image 999");
        survey(explorer, heard);
        explorer.close();
        assertThat(((Worker.Ending) next(heard)).exitCode()).isZero();
    }

    private static void survey(Explorer explorer, BlockingQueue<Object> heard) throws InterruptedException {
        explorer.ask(new ExploreQuestion.Survey(4, 6, 1024));
        Object answer = next(heard);
        while (answer instanceof ExploreAnswer.Progress) {
            answer = next(heard);
        }
        var found = (ExploreAnswer.Surveyed) answer;
        assertThat(found.choices().images()).hasSize(32);
        assertThat(found.choices().times()).containsExactly(2, 3, 4, 5, 6);
    }

    @Test
    void aRunWhoseDataAreGoneEndsTheProcessWithASentence() throws Exception {
        Path moved = folder.resolve("moved");
        Files.createDirectories(moved);
        Files.copy(run().resolve("run.json"), moved.resolve("run.json"));
        String network = Files.readString(run().resolve("network.unfold"));
        Files.writeString(
                moved.resolve("network.unfold"),
                network.replaceFirst("\"set\": *\"shapes\"", "\"set\": \"folder\", \"path\": \"/no/such/folder\""));
        BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
        new ProcessExplorers().start(moved, listener(heard));
        Worker.Ending ending = (Worker.Ending) next(heard);
        assertThat(ending.exitCode()).isEqualTo(1);
        assertThat(ending.lastWords()).contains("/no/such/folder");
    }

    private static Explorer.Listener listener(BlockingQueue<Object> heard) {
        return new Explorer.Listener() {
            @Override
            public void answered(ExploreAnswer answer) {
                heard.add(answer);
            }

            @Override
            public void ended(Worker.Ending ending) {
                heard.add(ending);
            }
        };
    }

    private static Object next(BlockingQueue<Object> heard) throws InterruptedException {
        Object next = heard.poll(90, TimeUnit.SECONDS);
        return next == null ? "nothing for a minute and a half" : next;
    }
}
