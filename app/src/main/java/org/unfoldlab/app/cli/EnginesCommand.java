package org.unfoldlab.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.unfoldlab.model.engine.Diagnosis;
import org.unfoldlab.model.engine.Engine;
import org.unfoldlab.model.engine.choice.Devices;
import org.unfoldlab.model.engine.choice.Engines;
import org.unfoldlab.model.engine.device.DeviceChoice;
import org.unfoldlab.model.engine.device.Gpu;
import org.unfoldlab.model.engine.device.NvidiaDriver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads each engine and says what it found. */
@Command(
        name = "engines",
        description = "Say what can compute here: engine, device, threads, native libraries, and why one cannot.")
final class EnginesCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--devices",
            description = "Say only which graphics cards there are, and whether they can be used; loads no engine.")
    private boolean devicesOnly;

    private final Terminal terminal;
    private final Engines engines = new Engines(new NvidiaDriver());

    EnginesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (devicesOnly) {
            showDevices(engines.devices());
        } else if (json) {
            Json.print(terminal, all().stream().map(this::fields).toList());
        } else {
            all().forEach(this::show);
        }
        return ExitCodes.OK;
    }

    /** All engines, each wherever it can compute. */
    private List<Engine> all() {
        return engines.names().stream()
                .flatMap(name -> engines.named(name, new DeviceChoice.Auto()).stream())
                .toList();
    }

    private void showDevices(Devices devices) {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put(
                    "cards",
                    devices.found().gpus().stream()
                            .map(gpu -> card(gpu, devices.usable().contains(gpu)))
                            .toList());
            fields.put("wantsLibraries", devices.wantsLibraries());
            fields.put("details", devices.explain());
            Json.printLine(terminal, fields);
        } else {
            devices.explain().forEach(terminal.out()::println);
        }
    }

    private static Map<String, Object> card(Gpu gpu, boolean usable) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("device", gpu.device());
        fields.put("name", gpu.name());
        fields.put("usable", usable);
        return fields;
    }

    private void show(Engine engine) {
        Diagnosis found = engine.diagnose();
        String mark = engine.name().equals(engines.usual()) ? " (used unless --engine names another)" : "";
        String state = found.works()
                ? found.device() + ", " + found.threads() + (found.threads() == 1 ? " thread" : " threads")
                : "cannot run here";
        terminal.out().println(engine.name() + ": " + state + mark);
        found.details().forEach(detail -> terminal.out().println("    " + detail));
    }

    private Map<String, Object> fields(Engine engine) {
        Diagnosis found = engine.diagnose();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", engine.name());
        fields.put("default", engine.name().equals(engines.usual()));
        fields.put("works", found.works());
        fields.put("device", found.device());
        fields.put("threads", found.threads());
        fields.put("details", found.details());
        return fields;
    }
}
