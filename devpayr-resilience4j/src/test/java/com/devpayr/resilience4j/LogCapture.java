package com.devpayr.resilience4j;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/** Captures every line of every logger of java.util.logging and SLF4J at the finest level and prints none. */
final class LogCapture implements AutoCloseable {
    private final Canaries canaries;
    private final Map<String, LongAdder> lines = new ConcurrentHashMap<>();
    private final java.util.logging.Logger jul = LogManager.getLogManager().getLogger("");
    private final java.util.logging.Level julLevel = jul.getLevel();
    private final Handler[] julHandlers = jul.getHandlers();
    private final Handler julEar = new JulEar();
    private final Logger slf4j = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
    private final SlfEar slfEar = new SlfEar();

    private LogCapture(Canaries canaries) {
        this.canaries = canaries;
    }

    static LogCapture open(Canaries canaries) {
        LogCapture ears = new LogCapture(canaries);
        for (Handler handler : ears.julHandlers) {
            ears.jul.removeHandler(handler);
        }
        ears.jul.addHandler(ears.julEar);
        ears.jul.setLevel(java.util.logging.Level.ALL);
        ears.slfEar.start();
        ears.slf4j.addAppender(ears.slfEar);
        ears.slf4j.setLevel(Level.TRACE);
        return ears;
    }

    /** Returns the number of lines of each library, by the first two segments of its logger names. */
    Map<String, Long> lines() {
        Map<String, Long> counted = new TreeMap<>();
        lines.forEach((library, count) -> counted.put(library, count.sum()));
        return counted;
    }

    private void hear(String logger, String line) {
        lines.computeIfAbsent(library(logger), unknown -> new LongAdder()).increment();
        canaries.scan("logger " + logger, line);
    }

    private static String library(String logger) {
        String[] parts = logger.split("\\.", 3);
        return parts.length < 2 ? logger : parts[0] + "." + parts[1];
    }

    @Override
    public void close() {
        slf4j.setLevel(Level.OFF);
        slf4j.detachAppender(slfEar);
        jul.setLevel(julLevel);
        jul.removeHandler(julEar);
        for (Handler handler : julHandlers) {
            jul.addHandler(handler);
        }
    }

    private final class JulEar extends Handler {
        JulEar() {
            setLevel(java.util.logging.Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            StringWriter text = new StringWriter();
            text.write(new java.util.logging.SimpleFormatter().formatMessage(line));
            if (line.getThrown() != null) {
                line.getThrown().printStackTrace(new PrintWriter(text));
            }
            hear(String.valueOf(line.getLoggerName()), text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private final class SlfEar extends AppenderBase<ILoggingEvent> {
        private final ThrowableProxyConverter traces = new ThrowableProxyConverter();

        SlfEar() {
            traces.start();
        }

        @Override
        protected void append(ILoggingEvent line) {
            hear(
                    line.getLoggerName(),
                    line.getFormattedMessage() + " " + line.getMDCPropertyMap() + traces.convert(line));
        }
    }
}
