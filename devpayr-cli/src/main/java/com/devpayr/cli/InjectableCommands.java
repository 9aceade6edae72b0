package com.devpayr.cli;

import com.devpayr.DevPayr;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The commands for injectables. */
@Command(
        name = "injectables",
        description = {
            "Manages the injectables of a project.",
            "The secret that they are encrypted with is read from DEVPAYR_SECRET, DEVPAYR_SECRET_FILE or a prompt."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            InjectableCommands.ListInjectables.class,
            InjectableCommands.Get.class,
            InjectableCommands.Create.class,
            InjectableCommands.Update.class,
            InjectableFileCommands.UploadFile.class,
            InjectableFileCommands.Download.class,
            InjectableCommands.Delete.class
        })
final class InjectableCommands {
    /** Lists injectables. */
    @Command(
            name = "list",
            description = "Lists the injectables of a project.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr injectables list 7")
    static final class ListInjectables extends ListCommand<Injectable> {
        @Mixin
        final ProjectId id = new ProjectId();

        ListInjectables(Session session) {
            super(session, Operation.INJECTABLE_LIST, ResourceFields.INJECTABLE_COLUMNS);
        }

        @Override
        Page<Injectable> page(DevPayr devpayr, PageRequest request) {
            return devpayr.injectables().list(id.project, request);
        }

        @Override
        Map<String, @Nullable Object> fields(Injectable injectable) {
            return ResourceFields.of(injectable);
        }
    }

    /** Shows an injectable. */
    @Command(
            name = "get",
            description = "Shows an injectable without its payload; 'download' decrypts it.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr injectables get 7 5")
    static final class Get extends BackendCommand {
        @Mixin
        final InjectableId id = new InjectableId();

        Get(Session session) {
            super(session);
        }

        @Override
        void run(DevPayr devpayr) {
            session.output().resource(ResourceFields.of(devpayr.injectables().get(id.project, id.injectable)));
        }
    }

    /** Creates an injectable from a text. */
    @Command(
            name = "create",
            description = {
                "Creates an injectable from a text file.",
                "Suitable for all types but 'file', such as snippets and templates; 'upload' creates files."
            },
            footerHeading = "%nExample:%n",
            footer = {
                "  devpayr injectables create 7 --type html --mode write --target-path notice.html \\",
                "      --content-file notice.html"
            })
    static final class Create extends ChangeCommand {
        @Mixin
        final ProjectId id = new ProjectId();

        @Option(
                names = "--type",
                required = true,
                paramLabel = "TYPE",
                description = "Type, such as snippet, html, script, config, json, css or template.")
        String type = "";

        @Option(
                names = "--mode",
                required = true,
                paramLabel = "MODE",
                description = "How it is applied, such as write, replace, append, prepend or inject.")
        String mode = "";

        @Option(
                names = "--target-path",
                required = true,
                paramLabel = "PATH",
                description = "Path or name of the target.")
        String targetPath = "";

        @Option(
                names = "--content-file",
                required = true,
                paramLabel = "FILE",
                description = "File with the text, in UTF-8.")
        Path contentFile = Path.of("");

        @Mixin
        final InjectableOptions options = new InjectableOptions();

        Create(Session session) {
            super(session);
        }

        @Override
        void run(DevPayr devpayr) throws IOException {
            InjectableDraft draft = options.apply(InjectableDraft.builder(
                                    new InjectableType(type), new InjectableMode(mode), session.secret())
                            .targetPath(targetPath)
                            .content(Files.readString(contentFile)))
                    .build();
            session.output().resource(ResourceFields.of(devpayr.injectables().create(id.project, draft)));
        }
    }

    /** Updates an injectable. */
    @Command(
            name = "update",
            description = "Changes the given fields of an injectable. New content requires the secret.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr injectables update 7 5 --no-active")
    static final class Update extends ChangeCommand {
        /** The fields that can be removed. */
        enum Clearable {
            TITLE,
            VALIDATE_ENDPOINT
        }

        @Mixin
        final InjectableId id = new InjectableId();

        @Option(names = "--mode", paramLabel = "MODE", description = "How it is applied.")
        @Nullable
        String mode;

        @Option(names = "--target-path", paramLabel = "PATH", description = "Path or name of the target.")
        @Nullable
        String targetPath;

        @Option(names = "--content-file", paramLabel = "FILE", description = "File with the new text, in UTF-8.")
        @Nullable
        Path contentFile;

        @Mixin
        final InjectableOptions options = new InjectableOptions();

        @Option(
                names = "--clear",
                paramLabel = "FIELD",
                split = ",",
                converter = FieldNames.OfInjectable.class,
                completionCandidates = FieldNames.OfInjectable.class,
                description = "Fields to remove: ${COMPLETION-CANDIDATES}.")
        List<Clearable> clear = List.of();

        Update(Session session) {
            super(session);
        }

        @Override
        void run(DevPayr devpayr) throws IOException {
            InjectableUpdate.Builder update = options.apply(InjectableUpdate.builder());
            Optionally.set(mode, name -> update.mode(new InjectableMode(name)));
            Optionally.set(targetPath, update::targetPath);
            if (contentFile != null) {
                update.content(Files.readString(contentFile), session.secret());
            }
            for (Clearable field : clear) {
                switch (field) {
                    case TITLE -> update.clearTitle();
                    case VALIDATE_ENDPOINT -> update.clearValidateEndpoint();
                }
            }
            session.output()
                    .resource(
                            ResourceFields.of(devpayr.injectables().update(id.project, id.injectable, update.build())));
        }
    }

    /** Deletes an injectable. */
    @Command(
            name = "delete",
            description = "Deletes an injectable.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr injectables delete 7 5 --yes")
    static final class Delete extends DeleteCommand {
        @Mixin
        final InjectableId id = new InjectableId();

        Delete(Session session) {
            super(session);
        }

        @Override
        String resource() {
            return "injectable " + id.injectable + " of project " + id.project;
        }

        @Override
        long id() {
            return id.injectable;
        }

        @Override
        void delete(DevPayr devpayr) {
            devpayr.injectables().delete(id.project, id.injectable);
        }
    }
}
