package org.unfoldlab.model.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.unfoldlab.model.program.StateAt;
import org.unfoldlab.model.result.Guess;
import org.unfoldlab.model.result.HostArray;
import org.unfoldlab.model.result.ReadoutPoint;
import org.unfoldlab.model.result.TestChoices;
import org.unfoldlab.model.result.Thought;

class ExploreLinesTest {
    @Test
    void everyQuestionSurvivesItsLine() {
        List<ExploreQuestion> questions = List.of(
                new ExploreQuestion.Browse(1, OptionalInt.of(3), 40, 20),
                new ExploreQuestion.Browse(2, OptionalInt.empty(), 0, 20),
                new ExploreQuestion.Fetch(3, 17),
                new ExploreQuestion.Load(4, "/tmp/a \"cat\".png"),
                new ExploreQuestion.Survey(5, 8, 1024),
                new ExploreQuestion.Cancel(6),
                new ExploreQuestion.Renew(7),
                new ExploreQuestion.Leave(8));
        for (ExploreQuestion question : questions) {
            String line = ExploreLines.write(question);
            assertThat(line).doesNotContain("\n");
            assertThat(ExploreLines.readQuestion(line)).contains(question);
        }
        var think = new ExploreQuestion.Think(9, new byte[] {0, -1, 7}, 8, 5);
        var read = (ExploreQuestion.Think)
                ExploreLines.readQuestion(ExploreLines.write(think)).orElseThrow();
        assertThat(read.pixels()).containsExactly(0, -1, 7);
        assertThat(List.of(read.id(), read.last(), read.shown())).containsExactly(9L, 8, 5);
    }

    @Test
    void aThoughtTravelsWithTheSameBits() {
        Thought thought = new Thought(
                Map.of(new StateAt("V1", 2), HostArray.ofFloats(new int[] {1, 2, 2}, 0.1f, -3e-30f, Float.NaN, 7)),
                List.of(new Guess(3, new double[] {0.1, 0.9}), new Guess(4, new double[] {Double.NaN, Double.NaN})),
                List.of(
                        new ReadoutPoint.NoSignal(1, OptionalInt.of(3)),
                        new ReadoutPoint.Unavailable(9, "The weight w does not exist.")));
        var read = (ExploreAnswer.Thinks)
                ExploreLines.readAnswer(ExploreLines.write(new ExploreAnswer.Thinks(12, thought)))
                        .orElseThrow();
        assertThat(read.id()).isEqualTo(12);
        assertThat(read.thought().states()).isEqualTo(thought.states());
        assertThat(read.thought().guesses()).isEqualTo(thought.guesses());
        assertThat(read.thought().guesses().get(1).choice())
                .as("not a number stays none")
                .isEqualTo(-1);
        assertThat(read.thought().unanswered()).isEqualTo(thought.unanswered());
    }

    @Test
    void theOtherAnswersSurviveTheirLine() {
        List<ExploreAnswer> answers = List.of(
                new ExploreAnswer.Progress(1, 0.25),
                new ExploreAnswer.Trouble(2, "No such file."),
                new ExploreAnswer.Surveyed(
                        3, 4, 1024, new TestChoices(List.of(2, 3), List.of(5), List.of(1), List.of(List.of(0, -1)))));
        for (ExploreAnswer answer : answers) {
            assertThat(ExploreLines.readAnswer(ExploreLines.write(answer))).contains(answer);
        }
        var picture = new ExploreAnswer.Picture(OptionalInt.of(4), OptionalInt.empty(), "cat.png", new byte[] {1, -2});
        var ready =
                new ExploreAnswer.Ready(0, 3, 7, 5, List.of("a", "b"), 3, 8, 9, new byte[] {1, 2, 3}, 10, "w", "d", 8);
        for (ExploreAnswer answer : List.of(
                new ExploreAnswer.Page(4, 30, 20, List.of(picture)), new ExploreAnswer.Fetched(5, picture), ready)) {
            assertThat(ExploreLines.readAnswer(ExploreLines.write(answer)).orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(answer);
        }
    }

    @Test
    void whatIsNoMessageIsSkipped() {
        for (String line :
                List.of("", "a library says hello", "{}", "{\"message\":\"song\"}", "{\"question\":\"why\"}")) {
            assertThat(ExploreLines.readAnswer(line)).isEmpty();
            assertThat(ExploreLines.readQuestion(line)).isEmpty();
        }
    }
}
