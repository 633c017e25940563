package org.unfoldlab.app.welcome;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.unfoldlab.app.settings.Settings;

/** Says in words where recent files lie and when they were open. */
public final class RecentRows {
    private static final int MOST = 5;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private RecentRows() {}

    public static List<RecentRow> of(List<Settings.Recent> recent) {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
        return recent.stream().limit(MOST).map(file -> row(file, now)).toList();
    }

    private static RecentRow row(Settings.Recent recent, ZonedDateTime now) {
        Path file = Path.of(recent.file());
        Path folder = file.getParent();
        String place = folder == null || folder.getFileName() == null
                ? file.toString()
                : folder.getFileName().toString();
        return new RecentRow(file, recent.title(), place + " · " + day(recent.at(), now));
    }

    /** E.g. {@code today, 09:12}. */
    static String day(Instant at, ZonedDateTime now) {
        ZonedDateTime then = at.atZone(now.getZone());
        LocalDate date = then.toLocalDate();
        LocalDate today = now.toLocalDate();
        if (date.equals(today)) {
            return "today, " + then.format(CLOCK);
        }
        if (date.equals(today.minusDays(1))) {
            return "yesterday";
        }
        return date.getYear() == today.getYear() ? then.format(DAY) : then.format(DAY_AND_YEAR);
    }
}
