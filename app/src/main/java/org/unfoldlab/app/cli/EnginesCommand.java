package org.unfoldlab.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.unfoldlab.app.Engines;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads each engine and says what it found. */
@Command(
        name = "engines",
        description = "Say what can compute here: engine, device, threads, native libraries, and why one cannot.")
final class EnginesCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Terminal terminal;

    EnginesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Engine> engines = Engines.all();
        if (json) {
            Json.print(terminal, engines.stream().map(EnginesCommand::fields).toList());
        } else {
            engines.forEach(this::show);
        }
        return ExitCodes.OK;
    }

    private void show(Engine engine) {
        Diagnosis found = engine.diagnose();
        String mark = engine.name().equals(Engines.DEFAULT) ? " (used unless --engine names another)" : "";
        String state = found.works()
                ? found.device() + ", " + found.threads() + (found.threads() == 1 ? " thread" : " threads")
                : "cannot run here";
        terminal.out().println(engine.name() + ": " + state + mark);
        found.details().forEach(detail -> terminal.out().println("    " + detail));
    }

    private static Map<String, Object> fields(Engine engine) {
        Diagnosis found = engine.diagnose();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", engine.name());
        fields.put("default", engine.name().equals(Engines.DEFAULT));
        fields.put("works", found.works());
        fields.put("device", found.device());
        fields.put("threads", found.threads());
        fields.put("details", found.details());
        return fields;
    }
}
