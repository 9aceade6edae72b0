package com.devpayr.enforcement;

import com.devpayr.error.ConfigurationException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.internal.concurrent.UncaughtFailures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Enforces the license in a web application: lets requests through while the application is permitted to run, and creates
 * the response to all other requests according to the {@link EnforcementMode}. Never blocks; thread-safe.
 *
 * <pre>{@code
 * LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.PAGE).exclude("/health").build();
 * EnforcementRequest request = EnforcementRequest.of(method, contextPath, path, headers::get);
 * EnforcementResponse response = enforcer.evaluate(guard, guard.current(), request);
 * }</pre>
 *
 * <p>The status is 402 for a denied license unless configured otherwise, and 503 if the verdict is unknown, since an outage
 * is not a denial. Responses contain the message for the verdict's reason or cause, but no error messages; these may contain
 * host names and are for the log.
 *
 * <p>A path is subject to enforcement if any of its forms is included: the raw path, and the decoded path without matrix
 * parameters, dot segments, repeated slashes and trailing slash. It is excluded only if all of its forms are.
 */
public final class LicenseEnforcer {
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int SEE_OTHER = 303;

    private final EnforcementMode mode;
    private final int status;
    private final @Nullable RedirectTarget redirect;
    private final LicensePage page;
    private final Duration maxWait;
    private final PathPatterns include;
    private final PathPatterns exclude;
    private final Predicate<String> excludePredicate;
    private final Consumer<String> logger;

    private LicenseEnforcer(Builder builder) {
        this.mode = builder.mode;
        this.status = builder.status;
        this.redirect = builder.redirect;
        this.page = builder.page;
        this.maxWait = builder.maxWait;
        this.include = new PathPatterns(builder.include);
        this.exclude = new PathPatterns(builder.exclude);
        this.excludePredicate = builder.excludePredicate;
        this.logger = builder.logger;
    }

    /** Returns a builder for an enforcer with the given mode. */
    public static Builder builder(EnforcementMode mode) {
        return new Builder(mode);
    }

    /** Returns the mode. */
    public EnforcementMode mode() {
        return mode;
    }

    /** Returns the maximum time that {@link #denial} waits for a license check. */
    public Duration maxWait() {
        return maxWait;
    }

    /**
     * Returns the verdict that denies a request; empty if the request may proceed. Never blocks.
     *
     * <p>A request waits while {@link LicenseGuard#isFirstCheckPending()} and, if the guard is not started, while a check is due and
     * the application may not run: for up to {@link #maxWait()}. After that, and in all other cases, the guard's cached verdict
     * decides. In mode {@link EnforcementMode#LOG} requests do not wait.
     *
     * <p>The future never fails. It is complete unless the request waits; then it completes on a thread of the guard or, after the
     * maximum wait, on one of the default executor of {@link CompletableFuture}.
     *
     * <pre>{@code
     * enforcer.denial(guard, request)
     *         .thenApply(denial -> denial.map(verdict -> enforcer.denialResponse(guard, verdict, request)));
     * }</pre>
     */
    public CompletableFuture<Optional<Verdict>> denial(LicenseGuard guard, EnforcementRequest request) {
        if (!appliesTo(request)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CompletableFuture<Verdict> verdict = guard.firstVerdict();
        if (verdict.isDone()) {
            return CompletableFuture.completedFuture(denial(guard, verdict.join()));
        }
        if (mode == EnforcementMode.LOG) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return verdict.orTimeout(maxWait.toMillis(), TimeUnit.MILLISECONDS)
                // on another thread, since callbacks must not block the JDK's timer
                .exceptionallyComposeAsync(timeout -> CompletableFuture.completedFuture(guard.current()))
                .thenApply(known -> denial(guard, known));
    }

    private Optional<Verdict> denial(LicenseGuard guard, Verdict verdict) {
        return permits(guard, verdict) ? Optional.empty() : Optional.of(verdict);
    }

    /** Returns whether a request is subject to enforcement: its path is included and not excluded. */
    public boolean appliesTo(EnforcementRequest request) {
        if (mode == EnforcementMode.OFF) {
            return false;
        }
        Set<String> forms = PathForms.of(request.path());
        if (forms == null) {
            return true; // invalid percent-encoding: servers differ in what they make of it
        }
        return forms.stream().anyMatch(include::matches) && !isExcluded(request, forms);
    }

    /** Excludes plain paths only: a server may resolve {@code /css/..%2fadmin} to another path than it appears to be. */
    private boolean isExcluded(EnforcementRequest request, Set<String> forms) {
        return PathForms.isPlain(request.path())
                && (forms.stream().allMatch(form -> exclude.matches(form) || excludePredicate.test(form))
                        || (redirect != null && redirect.isTargetOf(request)));
    }

    /** In mode {@link EnforcementMode#LOG} a request is permitted in any case, with a warning. */
    private boolean permits(LicenseGuard guard, Verdict verdict) {
        if (guard.isPermitted(verdict)) {
            return true;
        }
        if (mode == EnforcementMode.LOG) {
            warn(guard, verdict);
            return true;
        }
        return false;
    }

    /** A message formatter or logger that fails must not deny the request. */
    private void warn(LicenseGuard guard, Verdict verdict) {
        try {
            logger.accept(guard.messageFor(verdict));
        } catch (Throwable failure) {
            UncaughtFailures.report(failure);
        }
    }

    /**
     * Returns the response to send instead of the application's; null if the request may proceed. In mode {@link
     * EnforcementMode#LOG} it always may, and a warning is logged if the application is not permitted to run.
     *
     * @param verdict the guard's verdict
     */
    public @Nullable EnforcementResponse evaluate(LicenseGuard guard, Verdict verdict, EnforcementRequest request) {
        return !appliesTo(request) || permits(guard, verdict) ? null : denialResponse(guard, verdict, request);
    }

    /**
     * Returns the response for a verdict that does not permit the application to run, regardless of mode {@link
     * EnforcementMode#OFF} or {@link EnforcementMode#LOG} and of path patterns. The guard's message formatter formats the
     * message; it receives the verdict without error messages.
     */
    public EnforcementResponse denialResponse(LicenseGuard guard, Verdict verdict, EnforcementRequest request) {
        return response(verdict, guard.messageFor(VisitorVerdict.of(verdict)), request);
    }

    /**
     * Returns the response for a verdict that does not permit the application to run, for an application without a guard.
     * Regardless of mode {@link EnforcementMode#OFF} or {@link EnforcementMode#LOG} and of path patterns.
     */
    public EnforcementResponse denialResponse(Verdict verdict, EnforcementRequest request) {
        return response(verdict, VisitorVerdict.of(verdict).message(), request);
    }

    private EnforcementResponse response(Verdict verdict, String message, EnforcementRequest request) {
        return response(
                verdict instanceof Verdict.Denied denied
                        ? new Denial(
                                status,
                                "This software is not licensed",
                                message,
                                denied.reason().id())
                        : new Denial(
                                SERVICE_UNAVAILABLE,
                                "This software's license could not be checked",
                                message,
                                "unknown"),
                request);
    }

    /** The content of a response. */
    private record Denial(int status, String title, String message, String reason) {
        String toProblemJson() {
            return "{\"title\":" + Escaper.json(title) + ",\"status\":" + status + ",\"detail\":"
                    + Escaper.json(message) + ",\"reason\":" + Escaper.json(reason) + "}";
        }
    }

    private EnforcementResponse response(Denial denial, EnforcementRequest request) {
        if (request.preflight()) {
            return new EnforcementResponse(denial.status, Map.of("Cache-Control", "no-store"), "");
        }
        if (!AcceptHeader.prefersHtml(request.accept())) {
            return response(denial.status, "application/problem+json", denial.toProblemJson());
        }
        return mode == EnforcementMode.REDIRECT && redirect != null
                ? new EnforcementResponse(
                        SEE_OTHER,
                        Map.of("Location", redirect.location(), "Cache-Control", "no-store", "Vary", "Accept"),
                        "")
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
        private @Nullable RedirectTarget redirect;
        private Predicate<String> excludePredicate = path -> false;
        private LicensePage page = LicensePage.defaultPage();
        private Duration maxWait = Duration.ofSeconds(10);
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

        /**
         * Sets the URL that browsers are redirected to. Required for {@link EnforcementMode#REDIRECT}. If it is on this
         * server, its path is excluded from enforcement.
         *
         * @param url an http or https URL, or a path that starts with a slash and includes the context path
         * @throws ConfigurationException if it is anything else
         */
        public Builder redirect(String url) {
            this.redirect = RedirectTarget.parse(url);
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
         * Sets the maximum time that requests wait for the first license check after startup and, if the guard is not started, for
         * each check that is due while the application may not run. Defaults to 10 seconds.
         *
         * @throws ConfigurationException if it is negative
         */
        public Builder maxWait(Duration maxWait) {
            if (maxWait.isNegative()) {
                throw new ConfigurationException("maxWait", "is " + maxWait + "; it must not be negative");
            }
            this.maxWait = maxWait;
            return this;
        }

        /**
         * Adds a pattern for paths that are subject to enforcement. Defaults to all paths. {@code *} matches within a segment,
         * {@code /**} any number of segments. A trailing slash has no meaning. Upper and lower case differ.
         *
         * @throws ConfigurationException if the pattern does not start with a slash, and would therefore match no path
         */
        public Builder include(String pattern) {
            include.add(requireSlash("include", pattern));
            return this;
        }

        /**
         * Adds a pattern for paths that are not subject to enforcement. Paths with percent-encoding, matrix parameters,
         * backslashes or {@code ..} are never excluded.
         *
         * @throws ConfigurationException if the pattern does not start with a slash, and would therefore match no path
         */
        public Builder exclude(String pattern) {
            exclude.add(requireSlash("exclude", pattern));
            return this;
        }

        /** Adds a predicate for paths that are not subject to enforcement, in addition to the patterns. */
        public Builder exclude(Predicate<String> path) {
            excludePredicate = excludePredicate.or(path);
            return this;
        }

        private static String requireSlash(String setting, String pattern) {
            if (!pattern.startsWith("/")) {
                throw new ConfigurationException(setting, "is '" + pattern + "'; a path pattern must start with '/'");
            }
            return pattern;
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
