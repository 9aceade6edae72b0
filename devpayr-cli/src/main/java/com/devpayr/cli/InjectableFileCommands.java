package com.devpayr.cli;

import com.devpayr.DevPayr;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.injectable.Upload;
import com.devpayr.internal.file.OwnerOnlyFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that upload and download files of injectables. */
final class InjectableFileCommands {
    private InjectableFileCommands() {}

    /** Uploads a file. */
    @Command(
            name = "upload",
            description = {
                "Uploads a file as an injectable.",
                "Creates an injectable of the type 'file', or replaces the file of an existing one. Maximum size: 5 MiB."
            },
            footerHeading = "%nExample:%n",
            footer = {
                "  devpayr injectables upload 7 logo.png --target-path public/logo.png",
                "  devpayr injectables upload 7 logo.png --replace 5"
            })
    static final class UploadFile extends ChangeCommand {
        @Mixin
        final ProjectId id = new ProjectId();

        @Parameters(index = "1", paramLabel = "FILE", description = "File to upload.")
        Path file = Path.of("");

        @Option(
                names = "--replace",
                paramLabel = "INJECTABLE",
                converter = Conversions.Id.class,
                description = "ID of the injectable that gets the file.")
        @Nullable
        Long replaced;

        @Option(
                names = "--target-path",
                paramLabel = "PATH",
                description = "Path of the target. Default for a new injectable: the name of the file.")
        @Nullable
        String targetPath;

        @Option(
                names = "--mode",
                paramLabel = "MODE",
                description = "How it is applied. Default for a new injectable: write.")
        @Nullable
        String mode;

        @Mixin
        final InjectableOptions options = new InjectableOptions();

        UploadFile(Session session) {
            super(session);
        }

        @Override
        void run(DevPayr devpayr) {
            Upload upload = Upload.of(file);
            InjectableUpload request = replaced == null ? create(upload) : update(replaced, upload);
            Progress progress = session.progress();
            if (!dryRun) {
                progress.uploading(upload.filename(), upload.size());
            }
            Injectable uploaded = request.send(devpayr);
            progress.done();
            session.output().resource(ResourceFields.of(uploaded));
        }

        /** A request that is complete but for the client. */
        private interface InjectableUpload {
            Injectable send(DevPayr devpayr);
        }

        private InjectableUpload create(Upload upload) {
            InjectableMode applied = mode == null ? InjectableMode.WRITE : new InjectableMode(mode);
            InjectableDraft draft = options.apply(
                            InjectableDraft.builder(InjectableType.FILE, applied, session.secret())
                                    .targetPath(targetPath == null ? upload.filename() : targetPath)
                                    .file(upload))
                    .build();
            return devpayr -> devpayr.injectables().create(id.project, draft);
        }

        private InjectableUpload update(long injectable, Upload upload) {
            InjectableUpdate.Builder update = options.apply(InjectableUpdate.builder())
                    .type(InjectableType.FILE)
                    .file(upload, session.secret());
            Optionally.set(targetPath, update::targetPath);
            Optionally.set(mode, name -> update.mode(new InjectableMode(name)));
            return devpayr -> devpayr.injectables().update(id.project, injectable, update.build());
        }
    }

    /** Downloads an injectable. */
    @Command(
            name = "download",
            description = "Verifies and decrypts the payload of an injectable and writes it to a file.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr injectables download 7 5 --output logo.png")
    static final class Download extends BackendCommand {
        @Mixin
        final InjectableId id = new InjectableId();

        @Option(
                names = {"-o", "--output"},
                required = true,
                paramLabel = "FILE",
                description = "File to write, which must not exist.")
        Path output = Path.of("");

        @Option(names = "--overwrite", description = "Replaces an existing file.")
        boolean overwrite;

        Download(Session session) {
            super(session);
        }

        @Override
        void prepare() {
            if (!overwrite && Files.exists(output)) {
                throw CliException.usage(output + " exists. Choose another file, or add --overwrite.");
            }
        }

        @Override
        void run(DevPayr devpayr) throws IOException {
            InjectableCrypto crypto = InjectableCrypto.create(session.secret());
            byte[] plaintext = crypto.open(devpayr.injectables().get(id.project, id.injectable));
            write(plaintext);
            Map<String, @Nullable Object> document = new LinkedHashMap<>();
            document.put("id", id.injectable);
            document.put("file", output);
            document.put("bytes", plaintext.length);
            session.output().done("Wrote " + plaintext.length + " bytes to " + output + ".", id.injectable, document);
        }

        /** Creates the file for its owner only, since the content may be confidential. An existing file keeps its permissions. */
        private void write(byte[] plaintext) throws IOException {
            Set<OpenOption> options = overwrite
                    ? Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    : Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (OutputStream file =
                    Channels.newOutputStream(Files.newByteChannel(output, options, OwnerOnlyFile.attributes(output)))) {
                file.write(plaintext);
            } catch (FileAlreadyExistsException created) {
                throw CliException.usage(output + " exists. Choose another file, or add --overwrite.");
            }
        }
    }
}
