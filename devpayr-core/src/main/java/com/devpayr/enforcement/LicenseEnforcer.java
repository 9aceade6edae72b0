package com.devpayr.enforcement;

import com.devpayr.error.ConfigurationException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a web application answers: nothing of its own while the copy may run, else what the {@link EnforcementMode}
 * says. No I/O; for any thread.
 *
 * <pre>{@code
 * LicenseEnforcer gate = LicenseEnforcer.builder(EnforcementMode.PAGE).exclude("/actuator/**").build();
 * EnforcementResponse answer = gate.answer(guard, guard.current(), path, request.getHeader("AcceptHeader"));
 * }</pre>
 *
 * <p>A refused copy is answered with the status of the builder, 402 unless set; one of which nothing is known with 503,
 * since an outage is no refusal.
 */
public final class LicenseEnforcer {
    private static final int UNAVAILABLE = 503;
    private static final int SEE_OTHER = 303;

    private final EnforcementMode mode;
    private final int status;
    private final @Nullable String location;
    private final LicensePage page;
    private final PathPatterns include;
    private final PathPatterns exclude;
    private final Consumer<String> log;

    private LicenseEnforcer(Builder builder) {
        this.mode = builder.mode;
        this.status = builder.status;
        this.location = builder.location;
        this.page = builder.page;
        this.include = new PathPatterns(builder.include);
        this.exclude = new PathPatterns(builder.exclude);
        this.log = builder.log;
    }

    /** A gate to be fitted out. */
    public static Builder builder(EnforcementMode mode) {
        return new Builder(mode);
    }

    /** Whether a path is looked at: of those that are included, the ones that are not excluded. */
    public boolean guards(String path) {
        return mode != EnforcementMode.OFF && include.match(path) && !isExempt(path);
    }

    /** Only a plain path can be: a server may read another one out of {@code /css/..%2fadmin} than stands there. */
    private boolean isExempt(String path) {
        boolean plain = !path.contains("..") && path.chars().noneMatch(c -> c == '%' || c == ';' || c == '\\');
        return plain && (exclude.match(path) || path.equals(location));
    }

    /**
     * What to answer in the application's place; null to let the request through.
     *
     * @param verdict what the guard said
     * @param path the request's path below the application's root
     * @param accept the request's {@code AcceptHeader} header; null when there is none
     */
    public @Nullable EnforcementResponse answer(
            LicenseGuard guard, Verdict verdict, String path, @Nullable String accept) {
        if (!guards(path) || guard.isPermitted(verdict)) {
            return null;
        }
        if (mode == EnforcementMode.LOG) {
            log.accept(guard.messageFor(verdict));
            return null;
        }
        return refusal(verdict, guard.messageFor(verdict), accept);
    }

    /**
     * What to answer where a license is required whatever the mode and the path, as for a single handler.
     *
     * @param message what to tell people
     */
    public EnforcementResponse refusal(Verdict verdict, String message, @Nullable String accept) {
        boolean denied = verdict instanceof Verdict.Denied;
        int code = denied ? status : UNAVAILABLE;
        String title = denied ? "This software is not licensed" : "This software's license could not be checked";
        String reason = verdict instanceof Verdict.Denied no ? no.reason().id() : "unknown";
        if (!AcceptHeader.isForPeople(accept)) {
            return answer(code, "application/problem+json", problem(code, title, message, reason));
        }
        return mode == EnforcementMode.REDIRECT && location != null
                ? new EnforcementResponse(
                        SEE_OTHER, Map.of("Location", location, "Cache-Control", "no-store", "Vary", "AcceptHeader"), "")
                : answer(code, "text/html;charset=UTF-8", page.render(title, message, reason));
    }

    private static EnforcementResponse answer(int status, String type, String body) {
        return new EnforcementResponse(
                status,
                Map.of(
                        "Content-Type",
                        type,
                        "Cache-Control",
                        "no-store",
                        "Vary",
                        "AcceptHeader",
                        "X-Content-Type-Options",
                        "nosniff"),
                body);
    }

    private static String problem(int status, String title, String detail, String reason) {
        return "{\"title\":" + Escaper.json(title) + ",\"status\":" + status + ",\"detail\":" + Escaper.json(detail)
                + ",\"reason\":" + Escaper.json(reason) + "}";
    }

    /** Gathers a {@link LicenseEnforcer}. Not safe for use by several threads. */
    public static final class Builder {
        private final EnforcementMode mode;
        private final List<String> include = new ArrayList<>();
        private final List<String> exclude = new ArrayList<>();
        private int status = 402;
        private @Nullable String location;
        private LicensePage page = LicensePage.builtIn();
        private Consumer<String> log = line -> {};

        private Builder(EnforcementMode mode) {
            this.mode = mode;
        }

        /**
         * The status for a refused copy.
         *
         * @throws ConfigurationException when it is no error status
         */
        public Builder status(int status) {
            if (status < 400 || status > 599) {
                throw new ConfigurationException("status", "is " + status + "; it must be from 400 to 599");
            }
            this.status = status;
            return this;
        }

        /** Where people are sent; for {@link EnforcementMode#REDIRECT}. */
        public Builder redirect(String location) {
            this.location = location;
            return this;
        }

        /** The vendor's page, with {@code {{title}}}, {@code {{message}}} and {@code {{reason}}} where those go, escaped. */
        public Builder page(String template) {
            this.page = LicensePage.of(template);
            return this;
        }

        /** Paths to look at; all unless there is one. {@code *} is a part of a segment, {@code **} any number of them. */
        public Builder include(String pattern) {
            include.add(pattern);
            return this;
        }

        /** Paths to let through. */
        public Builder exclude(String pattern) {
            exclude.add(pattern);
            return this;
        }

        /** Who takes the lines of {@link EnforcementMode#LOG}. */
        public Builder log(Consumer<String> lines) {
            this.log = lines;
            return this;
        }

        /**
         * The gate.
         *
         * @throws ConfigurationException when it is to redirect and nobody said where to
         */
        public LicenseEnforcer build() {
            if (mode == EnforcementMode.REDIRECT && location == null) {
                throw new ConfigurationException("redirect", "is not set; name the address that people are sent to");
            }
            if (include.isEmpty()) {
                include.add("/**");
            }
            return new LicenseEnforcer(this);
        }
    }
}
