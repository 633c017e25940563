package org.unfoldlab.app.explore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.unfoldlab.app.Background;
import org.unfoldlab.app.runs.Worker;
import org.unfoldlab.model.explore.ExploreAnswer;
import org.unfoldlab.model.explore.ExploreQuestion;

/**
 * Questions and answers with one explorer at a time, on the screen's thread: each question has its own listener. What an
 * earlier explorer still says is not heard.
 */
final class Conversation {
    private final Background background;
    private final Explorer.Starter starter;
    private final Map<Long, Consumer<ExploreAnswer>> waiting = new HashMap<>();
    private final List<ExploreQuestion> early = new ArrayList<>();
    private Optional<Explorer> explorer = Optional.empty();
    private Consumer<ExploreAnswer> unasked = answer -> {};
    private Consumer<Worker.Ending> ended = ending -> {};
    private int generation;
    private long lastId;

    Conversation(Background background, Explorer.Starter starter) {
        this.background = background;
        this.starter = starter;
    }

    /**
     * Begins with the explorer of a run, and ends with the one before.
     *
     * @param whenUnasked hears what answers no question, e.g. that the run is loaded
     * @param whenEnded told when the process is gone without having been told to leave
     */
    void begin(Path run, Consumer<ExploreAnswer> whenUnasked, Consumer<Worker.Ending> whenEnded) {
        end();
        int mine = ++generation;
        unasked = whenUnasked;
        ended = whenEnded;
        Explorer.Listener listener = new Explorer.Listener() {
            @Override
            public void answered(ExploreAnswer answer) {
                background.onScreen(() -> hear(mine, answer));
            }

            @Override
            public void ended(Worker.Ending ending) {
                background.onScreen(() -> lose(mine, ending));
            }
        };
        background.run("Starting an explorer", () -> starter.start(run, listener), made -> take(mine, made), e -> {
            String sentence = e instanceof IOException ? String.valueOf(e.getMessage()) : e.toString();
            lose(mine, new Worker.Ending(1, sentence));
        });
    }

    private void take(int mine, Explorer made) {
        if (mine == generation) {
            explorer = Optional.of(made);
            early.forEach(made::ask);
            early.clear();
        } else {
            made.close();
        }
    }

    /** Ends; nothing more is heard. */
    void end() {
        generation++;
        waiting.clear();
        early.clear();
        explorer.ifPresent(Explorer::close);
        explorer = Optional.empty();
    }

    /** Asks something; {@code heard} gets every answer to it, until another conversation begins. */
    long ask(LongFunction<ExploreQuestion> question, Consumer<ExploreAnswer> heard) {
        long id = ++lastId;
        waiting.put(id, heard);
        ExploreQuestion asked = question.apply(id);
        explorer.ifPresentOrElse(live -> live.ask(asked), () -> early.add(asked));
        return id;
    }

    private void hear(int from, ExploreAnswer answer) {
        if (from != generation) {
            return;
        }
        boolean more = answer instanceof ExploreAnswer.Progress;
        Consumer<ExploreAnswer> heard = more ? waiting.get(answer.id()) : waiting.remove(answer.id());
        if (heard != null) {
            heard.accept(answer);
        } else if (answer.id() == 0) {
            unasked.accept(answer);
        }
    }

    private void lose(int from, Worker.Ending ending) {
        if (from == generation) {
            waiting.clear();
            early.clear();
            explorer = Optional.empty();
            ended.accept(ending);
        }
    }
}
