package com.devpayr.cli;

import com.devpayr.DevPayr;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The commands for licenses. */
@Command(
        name = "licenses",
        description = "Manages the licenses of a project.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            LicenseCommands.ListLicenses.class,
            LicenseCommands.Get.class,
            LicenseCommands.Create.class,
            LicenseCommands.Update.class,
            LicenseStateCommands.Revoke.class,
            LicenseStateCommands.Reactivate.class,
            LicenseCommands.Delete.class
        })
final class LicenseCommands {
    /** Lists licenses. */
    @Command(
            name = "list",
            description = "Lists the licenses of a project, newest first.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr licenses list 7 --page-size 50")
    static final class ListLicenses extends ListCommand<License> {
        @Mixin
        final ProjectId id = new ProjectId();

        ListLicenses(Session session) {
            super(session, Operation.LICENSE_LIST, ResourceFields.LICENSE_COLUMNS);
        }

        @Override
        Page<License> page(DevPayr devpayr, PageRequest request) {
            return devpayr.licenses().list(id.project, request);
        }

        @Override
        Map<String, @Nullable Object> fields(License license) {
            return ResourceFields.of(license);
        }
    }

    /** Shows a license. */
    @Command(
            name = "get",
            description = "Shows a license. DevPayr caches it for up to 15 minutes.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr licenses get 7 12 --key-file license.key")
    static final class Get extends BackendCommand {
        @Mixin
        final LicenseId id = new LicenseId();

        @Mixin
        final LicenseKeyFile keyFile = new LicenseKeyFile();

        Get(Session session) {
            super(session);
        }

        @Override
        void run(DevPayr devpayr) {
            License license = devpayr.licenses().get(id.project, id.license);
            keyFile.write(license, "devpayr licenses get " + id.project + " " + id.license + " --key-file FILE");
            session.output().resource(ResourceFields.of(license));
        }
    }

    /** Creates a license. */
    @Command(
            name = "create",
            description = "Creates a license. The license key is written to a file only, see --key-file.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr licenses create 7 --title \"Jane Doe\" --max-domains 3 --key-file license.key")
    static final class Create extends ChangeCommand {
        /** The limits that can be removed. */
        enum Limit {
            DOMAINS,
            SUBDOMAINS,
            USAGE
        }

        @Mixin
        final ProjectId id = new ProjectId();

        @Option(names = "--title", required = true, paramLabel = "TITLE", description = "Title, unique in the project.")
        String title = "";

        @Mixin
        final LicenseOptions options = new LicenseOptions();

        @Option(
                names = "--unlimited",
                paramLabel = "LIMIT",
                split = ",",
                converter = FieldNames.OfLimits.class,
                completionCandidates = FieldNames.OfLimits.class,
                description = "Limits to remove, in place of the account's default: ${COMPLETION-CANDIDATES}.")
        List<Limit> unlimited = List.of();

        @Mixin
        final LicenseKeyFile keyFile = new LicenseKeyFile();

        Create(Session session) {
            super(session);
        }

        @Override
        void run(DevPayr devpayr) {
            LicenseDraft.Builder draft = options.apply(LicenseDraft.builder(title));
            for (Limit limit : unlimited) {
                switch (limit) {
                    case DOMAINS -> draft.unlimitedDomains();
                    case SUBDOMAINS -> draft.unlimitedSubdomainsPerDomain();
                    case USAGE -> draft.unlimitedUsagePerDay();
                }
            }
            License license = devpayr.licenses().create(id.project, draft.build());
            keyFile.write(license, "devpayr licenses get " + id.project + " " + license.id() + " --key-file FILE");
            session.output().resource(ResourceFields.of(license));
        }
    }

    /** Updates a license. */
    @Command(
            name = "update",
            description = "Changes the given fields of a license.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr licenses update 7 12 --expires-at 2028-01-31 --clear max-domains")
    static final class Update extends ChangeCommand {
        /** The fields that can be removed. */
        enum Clearable {
            DOMAIN_ID,
            EXPIRES_AT,
            MAX_DOMAINS,
            MAX_SUBDOMAINS,
            MAX_USAGE,
            ALLOWED_IP,
            ALLOWED_COUNTRY
        }

        @Mixin
        final LicenseId id = new LicenseId();

        @Option(names = "--title", paramLabel = "TITLE", description = "Title, unique in the project.")
        @Nullable
        String title;

        @Mixin
        final LicenseOptions options = new LicenseOptions();

        @Option(
                names = "--clear",
                paramLabel = "FIELD",
                split = ",",
                converter = FieldNames.OfLicense.class,
                completionCandidates = FieldNames.OfLicense.class,
                description = "Fields to remove: ${COMPLETION-CANDIDATES}.")
        List<Clearable> clear = List.of();

        Update(Session session) {
            super(session);
        }

        @Override
        void run(DevPayr devpayr) {
            LicenseUpdate.Builder update = options.apply(LicenseUpdate.builder());
            Optionally.set(title, update::title);
            for (Clearable field : clear) {
                switch (field) {
                    case DOMAIN_ID -> update.clearDomainId();
                    case EXPIRES_AT -> update.clearExpiresAt();
                    case MAX_DOMAINS -> update.clearMaxDomains();
                    case MAX_SUBDOMAINS -> update.clearMaxSubdomainsPerDomain();
                    case MAX_USAGE -> update.clearMaxUsagePerDay();
                    case ALLOWED_IP -> update.clearAllowedIps();
                    case ALLOWED_COUNTRY -> update.clearAllowedCountries();
                }
            }
            session.output()
                    .resource(ResourceFields.of(devpayr.licenses().update(id.project, id.license, update.build())));
        }
    }

    /** Deletes a license. */
    @Command(
            name = "delete",
            description = "Deletes a license.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr licenses delete 7 12 --yes")
    static final class Delete extends DeleteCommand {
        @Mixin
        final LicenseId id = new LicenseId();

        Delete(Session session) {
            super(session);
        }

        @Override
        String resource() {
            return "license " + id.license + " of project " + id.project;
        }

        @Override
        long id() {
            return id.license;
        }

        @Override
        void delete(DevPayr devpayr) {
            devpayr.licenses().delete(id.project, id.license);
        }
    }
}
