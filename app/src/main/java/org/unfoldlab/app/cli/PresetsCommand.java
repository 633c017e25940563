package org.unfoldlab.app.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.unfoldlab.model.store.Presets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the networks that come with the program. */
@Command(name = "presets", description = "List the networks that come with Unfold: name, title, what it shows, source.")
final class PresetsCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Terminal terminal;

    PresetsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Presets.Preset> presets = Presets.all();
        if (json) {
            Json.print(terminal, presets.stream().map(PresetsCommand::fields).toList());
            return ExitCodes.OK;
        }
        for (Presets.Preset preset : presets) {
            terminal.out().println(preset.name());
            terminal.out().println("    " + preset.title() + ". " + preset.description());
            terminal.out().println("    Source: " + preset.source());
        }
        return ExitCodes.OK;
    }

    private static Map<String, Object> fields(Presets.Preset preset) {
        return new TreeMap<>(Map.of(
                "name", preset.name(),
                "title", preset.title(),
                "description", preset.description(),
                "source", preset.source(),
                "readoutTime", preset.document().readout().time()));
    }
}
