package org.unfoldlab.app.welcome;

import java.nio.file.Path;

/**
 * A file opened lately.
 *
 * @param where folder and day, e.g. {@code Lecture 7 · today, 09:12}
 */
public record RecentRow(Path file, String title, String where) {}
