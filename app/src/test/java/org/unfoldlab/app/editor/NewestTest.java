package org.unfoldlab.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.unfoldlab.app.Background;

class NewestTest {
    private final Queue<Runnable> workers = new ArrayDeque<>();
    private final List<Integer> worked = new ArrayList<>();
    private final List<Integer> answers = new ArrayList<>();
    private final Newest<Integer, Integer> newest = new Newest<>(
            new Background(workers::add, Runnable::run),
            "Counting",
            question -> {
                worked.add(question);
                return question;
            },
            answers::add);

    private void work() {
        while (!workers.isEmpty()) {
            workers.remove().run();
        }
    }

    @Test
    void onlyTheNewestOfThoseThatWaitIsAnswered() {
        newest.ask(1);
        newest.ask(2);
        newest.ask(3);
        work();
        assertThat(worked).containsExactly(1, 3);
        assertThat(answers).containsExactly(3);
    }

    @Test
    void anAnswerAfterItWasForgottenIsNotHandedOut() {
        newest.ask(1);
        newest.forget();
        work();
        assertThat(answers).isEmpty();
    }
}
