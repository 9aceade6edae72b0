package com.devpayr.examples.ci;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.SystemEnvironment;
import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.error.ApiException;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.RateLimitedException;
import com.devpayr.error.ServerException;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseStatus;
import com.devpayr.operation.EnsureResult;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.secret.LicenseKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Creates a project, a domain and a license unless they exist. A second run finds them and changes nothing.
 *
 * <table>
 *   <caption>Environment</caption>
 *   <tr><td>{@code DEVPAYR_API_KEY} or {@code DEVPAYR_API_KEY_FILE}</td><td>API key with the scopes to read and
 *       write projects, domains and licenses; must be a global key if the project does not exist</td></tr>
 *   <tr><td>{@code PROVISION_PROJECT}</td><td>slug of the project: letters, digits, {@code -} and {@code _}</td></tr>
 *   <tr><td>{@code PROVISION_DOMAIN}</td><td>host name of the licensed application</td></tr>
 *   <tr><td>{@code PROVISION_LICENSE}</td><td>title of the license</td></tr>
 *   <tr><td>{@code PROVISION_KEY_FILE}</td><td>optional: file to write the license key to, readable by its owner
 *       only</td></tr>
 *   <tr><td>{@code PROVISION_KEY_OUTPUT}</td><td>optional: output of the step to write the license key to, in the file
 *       {@code GITHUB_OUTPUT}; later steps must mask it themselves</td></tr>
 * </table>
 *
 * <p>Exit status: 0 success · 2 the environment is invalid, no request was sent · 3 DevPayr rejected a request, or an existing
 * resource differs · 4 DevPayr is unreachable or unavailable, run it again later · 5 a resource may or may not have been
 * created, run it again · 6 the license key could not be written.
 */
public final class CiProvisioning {
    private static final int SUCCESS = 0;
    private static final int INVALID_ENVIRONMENT = 2;
    private static final int REJECTED = 3;
    private static final int UNAVAILABLE = 4;
    private static final int OUTCOME_UNKNOWN = 5;
    private static final int KEY_NOT_WRITTEN = 6;

    private final DevPayr devpayr;
    private final PrintStream out;

    private CiProvisioning(DevPayr devpayr, PrintStream out) {
        this.devpayr = devpayr;
        this.out = out;
    }

    /** Runs the program. The exit status is listed above. */
    public static void main(String[] arguments) {
        System.exit(run(SystemEnvironment.system(), System.out, System.err));
    }

    /** Returns the exit status. */
    static int run(SystemEnvironment environment, PrintStream out, PrintStream err) {
        try (DevPayr devpayr = RetrofitDevPayr.create(config(environment))) {
            Settings settings = Settings.of(environment);
            License license = new CiProvisioning(devpayr, out).provision(settings);
            settings.delivery.deliver(license.key(), out);
            return SUCCESS;
        } catch (DevPayrException failure) {
            err.println(failure.getMessage());
            return status(failure);
        } catch (MismatchException difference) {
            err.println(difference.getMessage());
            return REJECTED;
        } catch (IOException failure) {
            err.println("The license exists, but its key could not be written: " + failure);
            return KEY_NOT_WRITTEN;
        }
    }

    /** Sets a fixed domain: each run is on a new machine, so a generated identifier would be useless. */
    private static DevPayrConfig config(SystemEnvironment environment) {
        return DevPayrConfig.builder()
                .environment(environment)
                .fromEnvironment()
                .domain("ci-provisioning")
                .build();
    }

    private static int status(DevPayrException failure) {
        if (failure instanceof ConfigurationException || failure instanceof InvalidRequestException) {
            return INVALID_ENVIRONMENT;
        }
        if (failure instanceof OutcomeUnknownException) {
            return OUTCOME_UNKNOWN;
        }
        boolean passes = failure instanceof ServerException || failure instanceof RateLimitedException;
        return failure instanceof ApiException && !passes ? REJECTED : UNAVAILABLE;
    }

    private License provision(Settings settings) throws MismatchException {
        Project project = report(
                "project " + settings.project,
                devpayr.projects()
                        .ensure(ProjectDraft.builder(settings.project)
                                .slug(settings.project)
                                .build()),
                Project::id);
        ProjectDomain domain = report(
                "domain " + settings.domain,
                devpayr.domains()
                        .ensure(
                                project.id(),
                                DomainDraft.builder(settings.domain, DomainEnvironment.PRODUCTION)
                                        .build()),
                ProjectDomain::id);
        License license = report(
                "license " + settings.license,
                devpayr.licenses()
                        .ensure(
                                project.id(),
                                LicenseDraft.builder(settings.license)
                                        .domainId(domain.id())
                                        .build()),
                License::id);
        requireUsable(license, domain);
        out.println("license key " + masked(license.key()));
        return license;
    }

    private <T> T report(String description, EnsureResult<T> ensured, ToLongFunction<T> id) {
        out.printf(
                "%s: %s, id %d%n",
                description, ensured.isCreated() ? "created" : "found", id.applyAsLong(ensured.resource()));
        return ensured.resource();
    }

    private static void requireUsable(License license, ProjectDomain domain) throws MismatchException {
        LicenseStatus status = license.status();
        if (status != null && !status.equals(LicenseStatus.ACTIVE)) {
            throw new MismatchException(
                    "The license is " + status + ". This program does not change existing resources:"
                            + " reactivate it in DevPayr's dashboard, or choose another PROVISION_LICENSE.");
        }
        if (license.domainId() != null && license.domainId() != domain.id()) {
            throw new MismatchException("The license is for another domain than " + domain.domain()
                    + ". This program does not change existing resources: choose another PROVISION_LICENSE.");
        }
    }

    /** Returns the last four characters of the key. */
    private static String masked(LicenseKey key) {
        String value = key.reveal();
        return value.length() < 16 ? "****" : "****" + value.substring(value.length() - 4);
    }

    /** The optional destinations of the license key. */
    private record Delivery(
            @Nullable Path file,
            @Nullable Path outputs,
            @Nullable String output) {
        static Delivery of(SystemEnvironment environment) {
            String file = optional(environment, "PROVISION_KEY_FILE");
            String output = optional(environment, "PROVISION_KEY_OUTPUT");
            if (output != null && !output.matches("[A-Za-z_][A-Za-z0-9_-]*")) {
                throw new ConfigurationException(
                        "PROVISION_KEY_OUTPUT", "is not a valid output name; use letters, digits, - and _");
            }
            return new Delivery(
                    file == null ? null : Path.of(file),
                    output == null ? null : Path.of(required(environment, "GITHUB_OUTPUT")),
                    output);
        }

        /** Replaces a file in one step by one that only its owner can read, as temporary files are. */
        private static void replace(Path file, String content) throws IOException {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = Files.createTempFile(folder, ".license", null);
            try {
                Files.writeString(draft, content);
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        }

        void deliver(LicenseKey key, PrintStream out) throws IOException {
            if (file != null) {
                replace(file, key.reveal());
                out.println("license key written to " + file);
            }
            if (outputs != null) {
                Files.writeString(
                        outputs,
                        output + "=" + key.reveal() + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                out.println("license key written to the output " + output);
            }
        }
    }

    private record Settings(String project, String domain, String license, Delivery delivery) {
        static Settings of(SystemEnvironment environment) {
            return new Settings(
                    required(environment, "PROVISION_PROJECT"),
                    required(environment, "PROVISION_DOMAIN"),
                    required(environment, "PROVISION_LICENSE"),
                    Delivery.of(environment));
        }
    }

    private static String required(SystemEnvironment environment, String name) {
        String value = optional(environment, name);
        if (value == null) {
            throw new ConfigurationException(name, "is not set; set it in the pipeline's environment");
        }
        return value;
    }

    private static @Nullable String optional(SystemEnvironment environment, String name) {
        String value = environment.variable(name);
        return value == null ? null : value.strip();
    }

    /** Thrown if an existing resource does not have the required state. */
    private static final class MismatchException extends Exception {
        private static final long serialVersionUID = 1L;

        MismatchException(String message) {
            super(message);
        }
    }
}
