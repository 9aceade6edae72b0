package com.devpayr.cli;

import com.devpayr.DevPayr;
import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseStatus;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a project, a domain and a license unless they exist. */
@Command(
        name = "provision",
        description = {
            "Creates a project, a domain and a license for it, unless they exist.",
            "Existing resources are not changed, so the command can be repeated. If the outcome of a request is unknown, the"
                    + " resource is looked for again."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  devpayr provision --project acme-photos --domain photos.example.com --license \"Jane Doe\" \\",
            "      --key-file license.key"
        })
final class ProvisionCommand extends SessionCommand {
    @Option(names = "--project", required = true, paramLabel = "SLUG", description = "Slug of the project.")
    String project = "";

    @Option(names = "--domain", required = true, paramLabel = "HOST", description = "Host name of the application.")
    String domain = "";

    @Option(names = "--license", required = true, paramLabel = "TITLE", description = "Title of the license.")
    String license = "";

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            defaultValue = "production",
            description = "Environment of a new domain: production (the default), staging or development.")
    String environment = "";

    @Option(names = "--expires-at", paramLabel = "TIME", description = "Expiration time of a new license, in UTC.")
    @Nullable
    Instant expiresAt;

    @Mixin
    final LicenseKeyFile keyFile = new LicenseKeyFile();

    @Option(names = "--dry-run", description = "Looks for the resources and creates none.")
    boolean dryRun;

    ProvisionCommand(Session session) {
        super(session);
    }

    @Override
    ExitCode run() {
        try (DevPayr devpayr = session.backend()) {
            ProvisioningSteps steps = new ProvisioningSteps(session.output(), dryRun);
            Project foundProject = steps.ensure(
                    "project",
                    project,
                    () -> devpayr.projects().findBySlug(project),
                    () -> devpayr.projects()
                            .ensure(ProjectDraft.builder(project).slug(project).build()),
                    Project::id);
            if (foundProject == null) {
                steps.skip("domain", domain);
                steps.skip("license", license);
            } else {
                provision(devpayr, steps, foundProject.id());
            }
            steps.finish();
            return ExitCode.OK;
        }
    }

    private void provision(DevPayr devpayr, ProvisioningSteps steps, long projectId) {
        ProjectDomain foundDomain = steps.ensure(
                "domain",
                domain,
                () -> devpayr.domains().findByDomain(projectId, domain),
                () -> devpayr.domains()
                        .ensure(
                                projectId,
                                DomainDraft.builder(domain, new DomainEnvironment(environment))
                                        .build()),
                ProjectDomain::id);
        License foundLicense = steps.ensure(
                "license",
                license,
                () -> devpayr.licenses().findByTitle(projectId, license),
                () -> devpayr.licenses().ensure(projectId, draft(foundDomain)),
                License::id);
        if (foundLicense != null) {
            requireUsable(foundLicense, foundDomain);
            keyFile.write(
                    foundLicense, "devpayr licenses get " + projectId + " " + foundLicense.id() + " --key-file FILE");
            Map<String, Object> key = new LinkedHashMap<>();
            key.put("license_key", Text.masked(foundLicense.key()));
            steps.add("license key " + Text.masked(foundLicense.key()), key);
        }
    }

    private LicenseDraft draft(@Nullable ProjectDomain forDomain) {
        LicenseDraft.Builder draft = LicenseDraft.builder(license);
        Optionally.set(forDomain == null ? null : forDomain.id(), draft::domainId);
        Optionally.set(expiresAt, draft::expiresAt);
        return draft.build();
    }

    private static void requireUsable(License license, @Nullable ProjectDomain domain) {
        LicenseStatus status = license.status();
        if (status != null && !status.equals(LicenseStatus.ACTIVE)) {
            throw new CliException(
                    ExitCode.REFUSED,
                    "License " + license.id() + " is " + status + ". This command does not change existing resources:"
                            + " reactivate the license, or choose another title.");
        }
        boolean isForAnother = license.domainId() != null && (domain == null || license.domainId() != domain.id());
        if (isForAnother) {
            throw new CliException(
                    ExitCode.REFUSED,
                    "License " + license.id()
                            + " is for another domain. This command does not change existing resources:"
                            + " choose another title.");
        }
    }
}
