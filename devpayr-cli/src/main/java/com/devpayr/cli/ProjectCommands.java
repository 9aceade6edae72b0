package com.devpayr.cli;

import com.devpayr.DevPayr;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The commands for projects. */
@Command(
        name = "projects",
        description = "Manages projects.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ProjectCommands.ListProjects.class,
            ProjectCommands.Get.class,
            ProjectCommands.Create.class,
            ProjectCommands.Update.class,
            ProjectCommands.Delete.class
        })
final class ProjectCommands {
    /** Lists projects. */
    @Command(
            name = "list",
            description = "Lists the projects that the API key has access to.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr projects list --all --json")
    static final class ListProjects extends ListCommand<Project> {
        ListProjects(Session session) {
            super(session, Operation.PROJECT_LIST, ResourceFields.PROJECT_COLUMNS);
        }

        @Override
        Page<Project> page(DevPayr devpayr, PageRequest request) {
            return devpayr.projects().list(request);
        }

        @Override
        Map<String, @Nullable Object> fields(Project project) {
            return ResourceFields.of(project);
        }
    }

    /** Shows a project. */
    @Command(
            name = "get",
            description = "Shows a project. DevPayr caches it for up to 15 minutes.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr projects get 7")
    static final class Get extends BackendCommand {
        @Mixin
        final ProjectId id = new ProjectId();

        Get(Session session) {
            super(session);
        }

        @Override
        void run(DevPayr devpayr) {
            session.output().resource(ResourceFields.of(devpayr.projects().get(id.project)));
        }
    }

    /** Creates a project. */
    @Command(
            name = "create",
            description = "Creates a project. Requires a global API key.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr projects create --name \"Acme Photos\" --slug acme-photos")
    static final class Create extends ChangeCommand {
        @Option(names = "--name", required = true, paramLabel = "NAME", description = "Name.")
        String name = "";

        @Mixin
        final ProjectOptions options = new ProjectOptions();

        Create(Session session) {
            super(session);
        }

        @Override
        void run(DevPayr devpayr) {
            ProjectDraft draft = options.apply(ProjectDraft.builder(name), session::webhookSecret)
                    .build();
            session.output().resource(ResourceFields.of(devpayr.projects().create(draft)));
        }
    }

    /** Updates a project. */
    @Command(
            name = "update",
            description = "Changes the given fields of a project, for example to mark it as paid.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr projects update 7 --paid --clear description")
    static final class Update extends ChangeCommand {
        /** The fields that can be removed. */
        enum Clearable {
            DESCRIPTION,
            REDIRECT_URL,
            LOGO_URL,
            WEBHOOK_URL
        }

        @Mixin
        final ProjectId id = new ProjectId();

        @Option(names = "--name", paramLabel = "NAME", description = "Name.")
        @Nullable
        String name;

        @Mixin
        final ProjectOptions options = new ProjectOptions();

        @Option(
                names = "--clear",
                paramLabel = "FIELD",
                split = ",",
                converter = FieldNames.OfProject.class,
                completionCandidates = FieldNames.OfProject.class,
                description = "Fields to remove: ${COMPLETION-CANDIDATES}.")
        List<Clearable> clear = List.of();

        Update(Session session) {
            super(session);
        }

        @Override
        void run(DevPayr devpayr) {
            ProjectUpdate.Builder update = options.apply(ProjectUpdate.builder(), session::webhookSecret);
            Optionally.set(name, update::name);
            for (Clearable field : clear) {
                switch (field) {
                    case DESCRIPTION -> update.clearDescription();
                    case REDIRECT_URL -> update.clearDefaultRedirectUrl();
                    case LOGO_URL -> update.clearLogoUrl();
                    case WEBHOOK_URL -> update.clearWebhookUrl();
                }
            }
            session.output().resource(ResourceFields.of(devpayr.projects().update(id.project, update.build())));
        }
    }

    /** Deletes a project. */
    @Command(
            name = "delete",
            description = "Deletes a project; its licenses, domains and injectables become inaccessible.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr projects delete 7 --yes")
    static final class Delete extends DeleteCommand {
        @Mixin
        final ProjectId id = new ProjectId();

        Delete(Session session) {
            super(session);
        }

        @Override
        String resource() {
            return "project " + id.project + " with its licenses, domains and injectables";
        }

        @Override
        long id() {
            return id.project;
        }

        @Override
        void delete(DevPayr devpayr) {
            devpayr.projects().delete(id.project);
        }
    }
}
