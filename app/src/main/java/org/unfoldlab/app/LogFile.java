package org.unfoldlab.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's log, kept in a file so that a problem can be told after it has happened. Three files of 1 MB at most. */
final class LogFile {
    private static final String NAME = "unfold.log";
    private static final String LARGEST = "1MB";
    private static final int OLDER = 2;

    private LogFile() {}

    /** The newest log in a folder of logs. */
    static Path in(Path folder) {
        return folder.resolve(NAME);
    }

    /** Writes what is logged from now on into the folder as well; a folder that cannot be written is passed over. */
    static void begin(Path folder) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext context) {
            RollingFileAppender<ILoggingEvent> file = appender(context, folder);
            ch.qos.logback.classic.Logger ours = context.getLogger("org.unfoldlab");
            ours.setLevel(Level.INFO);
            context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(file);
        }
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, Path folder) {
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setPattern("%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{20}: %msg%n");
        lines.start();
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setFile(in(folder).toString());
        file.setEncoder(lines);
        FixedWindowRollingPolicy older = new FixedWindowRollingPolicy();
        older.setContext(context);
        older.setParent(file);
        older.setMinIndex(1);
        older.setMaxIndex(OLDER);
        older.setFileNamePattern(folder.resolve("unfold.%i.log").toString());
        older.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf(LARGEST));
        size.start();
        file.setRollingPolicy(older);
        file.setTriggeringPolicy(size);
        file.start();
        return file;
    }
}
