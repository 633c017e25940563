package org.unfoldlab.app.devices;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.unfoldlab.datasets.DatasetException;
import org.unfoldlab.datasets.catalog.Download;
import org.unfoldlab.datasets.catalog.KnownFile;
import org.unfoldlab.datasets.catalog.PublishedFile;

/*
 * Jars arrive in a folder of their own and move to the one that class paths are made of when all are there and right:
 * half a set would keep LibTorch from loading. The versions are those of the pom's profile "gpu".
 */
/** LibTorch's libraries for graphics cards, in the user's folder. */
public final class GpuLibraries {
    /** Maven Central, where JavaCPP's project puts them. */
    public static final URI MAVEN_CENTRAL = URI.create("https://repo.maven.apache.org/maven2/org/bytedeco/");

    private static final String PYTORCH = "2.10.0-1.5.13";
    private static final String CUDA = "13.1-9.19-1.5.13";

    private final Path home;
    private final URI repository;
    private final String platform;

    /**
     * @param home Unfold's own folder
     * @param platform JavaCPP's name of this system, e.g. {@code linux-x86_64}
     */
    public GpuLibraries(Path home, URI repository, String platform) {
        this.home = home;
        this.repository = repository;
        this.platform = platform;
    }

    /**
     * A jar that is needed.
     *
     * @param what for people
     * @param address where the repository has it, if it has
     */
    public record Part(String what, URI address) {
        /** The file's name. */
        public String file() {
            String path = address.getPath();
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /**
     * A part, and what the repository says of it.
     *
     * @param file its size and sum; empty if the repository does not have it
     */
    public record Offer(Part part, Optional<KnownFile> file) {}

    /** Whether there are any for this system. */
    public boolean areOffered() {
        return platform.equals("linux-x86_64") || platform.equals("windows-x86_64");
    }

    /** All parts. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(part("LibTorch for NVIDIA cards", "pytorch", PYTORCH, platform + "-gpu"));
        parts.add(part("CUDA's Java side", "cuda", CUDA, ""));
        parts.add(part("CUDA's bridge", "cuda", CUDA, platform));
        parts.add(part("CUDA runtime, cuFFT, cuRAND", "cuda-redist", CUDA, platform));
        for (String library : List.of("cuBLAS", "cuDNN", "cuSOLVER", "cuSPARSE", "NCCL")) {
            if (!library.equals("NCCL") || platform.startsWith("linux")) {
                parts.add(part(library, "cuda-redist-" + library.toLowerCase(Locale.ROOT), CUDA, platform));
            }
        }
        return parts;
    }

    private Part part(String what, String artifact, String version, String classifier) {
        String file = artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
        return new Part(what, repository.resolve(artifact + "/" + version + "/" + file));
    }

    /**
     * Asks the repository for all parts.
     *
     * @throws DatasetException when it does not answer
     */
    public List<Offer> ask() throws DatasetException {
        PublishedFile published = new PublishedFile();
        List<Offer> offers = new ArrayList<>();
        for (Part part : parts()) {
            offers.add(new Offer(part, published.ask(part.address())));
        }
        return offers;
    }

    /**
     * Fetches what is offered and puts it to use.
     *
     * @throws DatasetException with a sentence for the user
     */
    public Download.Outcome fetch(List<Offer> offers, Download.Progress progress) throws DatasetException {
        Path incoming = home.resolve("gpu").resolve("incoming");
        Download download = new Download();
        for (Offer offer : offers) {
            if (offer.file().isPresent()) {
                URI folder = offer.part().address().resolve(".");
                Download.Outcome outcome = download.fetch(offer.file().get(), List.of(folder), incoming, progress);
                if (outcome == Download.Outcome.CANCELLED) {
                    return outcome;
                }
            }
        }
        putToUse(incoming);
        return Download.Outcome.COMPLETE;
    }

    private void putToUse(Path incoming) throws DatasetException {
        try {
            Files.createDirectories(folder());
            List<Path> arrived;
            try (Stream<Path> files = Files.list(incoming)) {
                arrived = files.filter(GpuLibraries::isJar).toList();
            }
            for (Path jar : arrived) {
                Files.move(
                        jar, folder().resolve(String.valueOf(jar.getFileName())), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new DatasetException(
                    "The libraries are fetched, but cannot be moved to " + folder() + " (" + e.getMessage()
                            + "); move them there yourself.",
                    e);
        }
    }

    /** Where they lie when they are complete. */
    public Path folder() {
        return folder(home);
    }

    private static Path folder(Path home) {
        return home.resolve("gpu").resolve("lib");
    }

    /** Whether they are there. */
    public boolean areHere() {
        return !jars(home).isEmpty();
    }

    /** The jars that class paths take in addition; none until all were fetched. */
    public static List<Path> jars(Path home) {
        Path folder = folder(home);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(GpuLibraries::isJar).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isJar(Path file) {
        return String.valueOf(file.getFileName()).endsWith(".jar");
    }
}
