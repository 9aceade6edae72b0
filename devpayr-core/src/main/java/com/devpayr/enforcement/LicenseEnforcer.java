package com.devpayr.enforcement;

import com.devpayr.error.ConfigurationException;
import com.devpayr.error.DenialReason;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Enforces the license in a web application: lets requests through while the application is permitted to run, and creates
 * the response to all other requests according to the {@link EnforcementMode}. No I/O; thread-safe.
 *
 * <pre>{@code
 * LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.PAGE).exclude("/actuator/**").build();
 * EnforcementResponse response = enforcer.evaluate(guard, guard.current(), path, request.getHeader("Accept"));
 * }</pre>
 *
 * <p>The status is 402 for a denied license unless configured otherwise, and 503 if the verdict is unknown, since an outage
 * is not a denial.
 */
public final class LicenseEnforcer {
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int SEE_OTHER = 303;

    private final EnforcementMode mode;
    private final int status;
    private final @Nullable String redirect;
    private final LicensePage page;
    private final PathPatterns include;
    private final PathPatterns exclude;
    private final Consumer<String> logger;

    private LicenseEnforcer(Builder builder) {
        this.mode = builder.mode;
        this.status = builder.status;
        this.redirect = builder.redirect;
        this.page = builder.page;
        this.include = new PathPatterns(builder.include);
        this.exclude = new PathPatterns(builder.exclude);
        this.logger = builder.logger;
    }

    /** Returns a builder for an enforcer with the given mode. */
    public static Builder builder(EnforcementMode mode) {
        return new Builder(mode);
    }

    /** Returns whether a path is subject to enforcement: it is included and not excluded. */
    public boolean appliesTo(String path) {
        return mode != EnforcementMode.OFF && include.matches(path) && !isExcluded(path);
    }

    /** Excludes plain paths only: a server may resolve {@code /css/..%2fadmin} to another path than it appears to be. */
    private boolean isExcluded(String path) {
        boolean plain = !path.contains("..") && path.chars().noneMatch(c -> c == '%' || c == ';' || c == '\\');
        return plain && (exclude.matches(path) || path.equals(redirect));
    }

    /**
     * Returns whether a request may proceed. In mode {@link EnforcementMode#LOG} it always may, and a warning is logged if
     * the application is not permitted to run.
     *
     * @param verdict the guard's verdict
     * @param path the request path without the context path
     */
    public boolean permits(LicenseGuard guard, Verdict verdict, String path) {
        if (!appliesTo(path) || guard.isPermitted(verdict)) {
            return true;
        }
        if (mode == EnforcementMode.LOG) {
            logger.accept(guard.messageFor(verdict));
            return true;
        }
        return false;
    }

    /**
     * Returns the response to send instead of the application's; null if the request may proceed.
     *
     * @param verdict the guard's verdict
     * @param path the request path without the context path
     * @param accept the request's {@code Accept} header; null if there is none
     */
    public @Nullable EnforcementResponse evaluate(
            LicenseGuard guard, Verdict verdict, String path, @Nullable String accept) {
        return permits(guard, verdict, path) ? null : denialResponse(verdict, guard.messageFor(verdict), accept);
    }

    /**
     * Returns the response for a verdict that does not permit the application to run, regardless of mode {@link
     * EnforcementMode#OFF} or {@link EnforcementMode#LOG} and of path patterns.
     *
     * @param message the message for the user
     * @param accept the request's {@code Accept} header; null if there is none
     */
    public EnforcementResponse denialResponse(Verdict verdict, String message, @Nullable String accept) {
        return verdict instanceof Verdict.Denied denied
                ? denialResponse(denied.reason(), message, accept)
                : unknownResponse(message, accept);
    }

    /**
     * Returns the response for a denied license.
     *
     * @param message the message for the user
     * @param accept the request's {@code Accept} header; null if there is none
     */
    public EnforcementResponse denialResponse(DenialReason reason, String message, @Nullable String accept) {
        return response(new Denial(status, "This software is not licensed", message, reason.id()), accept);
    }

    /**
     * Returns the response for a license that could not be verified.
     *
     * @param message the message for the user
     * @param accept the request's {@code Accept} header; null if there is none
     */
    public EnforcementResponse unknownResponse(String message, @Nullable String accept) {
        return response(
                new Denial(SERVICE_UNAVAILABLE, "This software's license could not be checked", message, "unknown"),
                accept);
    }

    /** The content of a response. */
    private record Denial(int status, String title, String message, String reason) {
        String toProblemJson() {
            return "{\"title\":" + Escaper.json(title) + ",\"status\":" + status + ",\"detail\":"
                    + Escaper.json(message) + ",\"reason\":" + Escaper.json(reason) + "}";
        }
    }

    private EnforcementResponse response(Denial denial, @Nullable String accept) {
        if (!AcceptHeader.prefersHtml(accept)) {
            return response(denial.status, "application/problem+json", denial.toProblemJson());
        }
        return mode == EnforcementMode.REDIRECT && redirect != null
                ? new EnforcementResponse(
                        SEE_OTHER, Map.of("Location", redirect, "Cache-Control", "no-store", "Vary", "Accept"), "")
                : response(
                        denial.status,
                        "text/html;charset=UTF-8",
                        page.render(denial.title, denial.message, denial.reason));
    }

    private static EnforcementResponse response(int status, String contentType, String body) {
        Map<String, String> headers = Map.of(
                "Content-Type", contentType,
                "Cache-Control", "no-store",
                "Vary", "Accept",
                "X-Content-Type-Options", "nosniff");
        return new EnforcementResponse(status, headers, body);
    }

    /** A builder for {@link LicenseEnforcer}. Not thread-safe. */
    public static final class Builder {
        private final EnforcementMode mode;
        private final List<String> include = new ArrayList<>();
        private final List<String> exclude = new ArrayList<>();
        private int status = 402;
        private @Nullable String redirect;
        private LicensePage page = LicensePage.defaultPage();
        private Consumer<String> logger = message -> {};

        private Builder(EnforcementMode mode) {
            this.mode = mode;
        }

        /**
         * Sets the HTTP status for a denied license, from 400 to 599. Defaults to 402.
         *
         * @throws ConfigurationException if the status is out of range
         */
        public Builder status(int status) {
            if (status < 400 || status > 599) {
                throw new ConfigurationException("status", "is " + status + "; it must be from 400 to 599");
            }
            this.status = status;
            return this;
        }

        /** Sets the URL that browsers are redirected to. Required for {@link EnforcementMode#REDIRECT}. */
        public Builder redirect(String url) {
            this.redirect = url;
            return this;
        }

        /**
         * Sets the template of the HTML page. The placeholders {@code {{title}}}, {@code {{message}}} and {@code {{reason}}}
         * are replaced with escaped text. Defaults to a built-in page.
         */
        public Builder page(String template) {
            this.page = LicensePage.of(template);
            return this;
        }

        /**
         * Adds a pattern for paths that are subject to enforcement. Defaults to all paths. {@code *} matches within a segment,
         * {@code /**} any number of segments.
         */
        public Builder include(String pattern) {
            include.add(pattern);
            return this;
        }

        /** Adds a pattern for paths that are not subject to enforcement. */
        public Builder exclude(String pattern) {
            exclude.add(pattern);
            return this;
        }

        /** Sets the consumer of the warnings of {@link EnforcementMode#LOG}. Defaults to none. */
        public Builder logger(Consumer<String> logger) {
            this.logger = logger;
            return this;
        }

        /**
         * Builds the enforcer.
         *
         * @throws ConfigurationException if the mode is {@link EnforcementMode#REDIRECT} and no URL is set
         */
        public LicenseEnforcer build() {
            if (mode == EnforcementMode.REDIRECT && redirect == null) {
                throw new ConfigurationException("redirect", "is not set; set the URL that browsers are redirected to");
            }
            if (include.isEmpty()) {
                include.add("/**");
            }
            return new LicenseEnforcer(this);
        }
    }
}
