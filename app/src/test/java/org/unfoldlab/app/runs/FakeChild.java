package org.unfoldlab.app.runs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.unfoldlab.model.result.StopReason;
import org.unfoldlab.model.result.TrainingEvent;
import org.unfoldlab.model.store.EventLines;

/** A program that speaks the worker protocol and does what the title of its network says. */
final class FakeChild {
    private FakeChild() {}

    public static void main(String[] arguments) throws IOException {
        String network = Files.exists(Path.of(arguments[1])) ? Files.readString(Path.of(arguments[1])) : "";
        System.out.println("some library says hello");
        say(new TrainingEvent.Resumed(Instant.EPOCH, arguments.length, 0));
        if (network.contains("\"crash\"")) {
            System.err.println("first words");
            System.err.println("The disk is full.");
            System.exit(1);
        }
        if (network.contains("\"environment\"")) {
            System.err.println("GPU " + System.getenv("CUDA_VISIBLE_DEVICES"));
            System.exit(1);
        }
        if (network.contains("\"halt\"")) {
            Runtime.getRuntime().halt(137);
        }
        obeyToTheEnd();
        say(new TrainingEvent.Stopped(Instant.EPOCH, new StopReason.StoppedByUser()));
    }

    private static void obeyToTheEnd() throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("{\"command\":\"stop\"}")) {
                return;
            }
            if (line.equals("{\"command\":\"pause\"}")) {
                say(new TrainingEvent.Paused(Instant.EPOCH, 1, 2));
            }
        }
    }

    private static void say(TrainingEvent event) {
        System.out.println(EventLines.write(event));
        System.out.flush();
    }
}
