package org.unfoldlab.app.cli;

import java.util.Locale;
import java.util.Optional;
import org.unfoldlab.model.result.StopReason;

/** Why a training ended, in words. */
final class StopWords {
    private StopWords() {}

    /** What went wrong and what to do, empty when nothing did. */
    static Optional<String> trouble(StopReason reason) {
        if (reason instanceof StopReason.Diverged diverged) {
            String safe = diverged.lastGoodEpoch().orElse(0) > 0
                    ? "Last good checkpoint: epoch " + diverged.lastGoodEpoch().getAsInt() + "."
                    : "No epoch was finished before.";
            return Optional.of("Loss is not a number at " + diverged.where() + ", epoch " + diverged.epoch()
                    + ", batch " + diverged.batch() + ". " + safe + " Try --rate "
                    + String.format(Locale.ROOT, "%.2g", diverged.suggestedLearningRate()) + ".");
        }
        if (reason instanceof StopReason.OutOfMemory full) {
            return Optional.of(full.message());
        }
        if (reason instanceof StopReason.DeviceLost lost) {
            return Optional.of(lost.message() + " Go on with --resume, if need be with --device cpu.");
        }
        return reason instanceof StopReason.Failed failed ? Optional.of(failed.message()) : Optional.empty();
    }
}
