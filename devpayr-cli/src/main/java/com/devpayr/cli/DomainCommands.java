package com.devpayr.cli;

import com.devpayr.DevPayr;
import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The commands for domains. */
@Command(
        name = "domains",
        description = "Manages the domains of a project.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DomainCommands.ListDomains.class,
            DomainCommands.Get.class,
            DomainCommands.Create.class,
            DomainCommands.Update.class,
            DomainCommands.Delete.class
        })
final class DomainCommands {
    /** Lists domains. */
    @Command(
            name = "list",
            description = "Lists the domains of a project.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr domains list 7")
    static final class ListDomains extends ListCommand<ProjectDomain> {
        @Mixin
        final ProjectId id = new ProjectId();

        ListDomains(Session session) {
            super(session, Operation.DOMAIN_LIST, ResourceFields.DOMAIN_COLUMNS);
        }

        @Override
        Page<ProjectDomain> page(DevPayr devpayr, PageRequest request) {
            return devpayr.domains().list(id.project, request);
        }

        @Override
        Map<String, @Nullable Object> fields(ProjectDomain domain) {
            return ResourceFields.of(domain);
        }
    }

    /** Shows a domain. */
    @Command(
            name = "get",
            description = "Shows a domain. DevPayr caches it for up to 15 minutes.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr domains get 7 3")
    static final class Get extends BackendCommand {
        @Mixin
        final DomainId id = new DomainId();

        Get(Session session) {
            super(session);
        }

        @Override
        void run(DevPayr devpayr) {
            session.output().resource(ResourceFields.of(devpayr.domains().get(id.project, id.domain)));
        }
    }

    /** Adds a domain. */
    @Command(
            name = "create",
            description = "Adds a domain to a project.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr domains create 7 --host photos.example.com --environment production --verified")
    static final class Create extends ChangeCommand {
        @Mixin
        final ProjectId id = new ProjectId();

        @Option(
                names = "--host",
                required = true,
                paramLabel = "HOST",
                description = "Host name, localhost[:port] or IP address, unique in the project.")
        String host = "";

        @Option(
                names = "--environment",
                paramLabel = "NAME",
                defaultValue = "production",
                description = "production (the default), staging or development.")
        String environment = "";

        @Mixin
        final DomainOptions options = new DomainOptions();

        Create(Session session) {
            super(session);
        }

        @Override
        void run(DevPayr devpayr) {
            DomainDraft draft = options.apply(DomainDraft.builder(host, new DomainEnvironment(environment)))
                    .build();
            session.output().resource(ResourceFields.of(devpayr.domains().create(id.project, draft)));
        }
    }

    /** Updates a domain. */
    @Command(
            name = "update",
            description = "Changes the given fields of a domain.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr domains update 7 3 --paid --no-locked")
    static final class Update extends ChangeCommand {
        @Mixin
        final DomainId id = new DomainId();

        @Option(names = "--host", paramLabel = "HOST", description = "Host name, localhost[:port] or IP address.")
        @Nullable
        String host;

        @Option(names = "--environment", paramLabel = "NAME", description = "production, staging or development.")
        @Nullable
        String environment;

        @Mixin
        final DomainOptions options = new DomainOptions();

        Update(Session session) {
            super(session);
        }

        @Override
        void run(DevPayr devpayr) {
            DomainUpdate.Builder update = options.apply(DomainUpdate.builder());
            Optionally.set(host, update::domain);
            Optionally.set(environment, name -> update.environment(new DomainEnvironment(name)));
            session.output()
                    .resource(ResourceFields.of(devpayr.domains().update(id.project, id.domain, update.build())));
        }
    }

    /** Deletes a domain. */
    @Command(
            name = "delete",
            description = "Removes a domain from its project.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr domains delete 7 3 --yes")
    static final class Delete extends DeleteCommand {
        @Mixin
        final DomainId id = new DomainId();

        Delete(Session session) {
            super(session);
        }

        @Override
        String resource() {
            return "domain " + id.domain + " of project " + id.project;
        }

        @Override
        long id() {
            return id.domain;
        }

        @Override
        void delete(DevPayr devpayr) {
            devpayr.domains().delete(id.project, id.domain);
        }
    }
}
