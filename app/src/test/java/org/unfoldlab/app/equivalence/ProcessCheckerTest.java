package org.unfoldlab.app.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.unfoldlab.app.Main;
import org.unfoldlab.app.SmallNetworks;
import org.unfoldlab.model.equivalence.EquivalenceSettings;
import org.unfoldlab.model.equivalence.Finding;

@Timeout(600)
class ProcessCheckerTest {
    private static final EquivalenceSettings SETTINGS =
            EquivalenceSettings.USUAL.withTrainingSteps(1).withBatch(2);

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();

    /** Collects what a checker tells. */
    private static final class Heard implements Checker.Listener {
        private final BlockingQueue<Object> all = new LinkedBlockingQueue<>();

        @Override
        public void found(Finding finding) {
            all.add(finding);
        }

        @Override
        public void ended(int exitCode, String lastWords) {
            all.add(exitCode + " " + lastWords);
        }

        Object next() throws InterruptedException {
            Object next = all.poll(540, TimeUnit.SECONDS);
            return next == null ? "nothing for nine minutes" : next;
        }

        Object last() throws InterruptedException {
            Object last = next();
            while (last instanceof Finding && !(last instanceof Finding.Finished)) {
                last = next();
            }
            return last;
        }
    }

    private static ProcessChecker checker() {
        return new ProcessChecker(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    }

    @Test
    void anotherProcessChecksAndTellsAll() throws Exception {
        checker().start(SmallNetworks.demo(), SETTINGS, heard);
        assertThat(heard.next()).isInstanceOf(Finding.Built.class);
        Object last = heard.last();
        assertThat(last).isInstanceOf(Finding.Finished.class);
        assertThat(((Finding.Finished) last).report().verdict().holds()).isTrue();
        assertThat(((Finding.Finished) last).report().settings()).isEqualTo(SETTINGS);
        assertThat(heard.next()).isEqualTo("0 ");
    }

    @Test
    void aCancelledCheckEndsWithoutAReport() throws Exception {
        Checker.Check check = checker().start(SmallNetworks.demo(), SETTINGS.withTrainingSteps(100_000), heard);
        assertThat(heard.next()).isInstanceOf(Finding.Built.class);
        check.cancel();
        assertThat(heard.last()).isEqualTo("143 ");
    }

    @Test
    void aProgramThatIsNotThereIsSaidInWords() {
        ProcessChecker nowhere =
                new ProcessChecker(List.of(folder.resolve("no-such-java").toString()));
        assertThatThrownBy(() -> nowhere.start(SmallNetworks.demo(), SETTINGS, heard))
                .hasMessageContaining("The checking process cannot be started.");
    }
}
