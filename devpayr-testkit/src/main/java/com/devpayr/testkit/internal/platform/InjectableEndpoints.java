package com.devpayr.testkit.internal.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.secret.Secret;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The endpoints for injectables, except the stream. */
final class InjectableEndpoints {
    private static final int PAGE_SIZE = 20;
    private static final int MAX_FILE_BYTES = 5 * 1024 * 1024;
    private static final int MAX_TEXT_LENGTH = 16 * 1024 * 1024;
    private static final List<String> TYPES = FieldParsers.words(
            "file snippet html script component config json markdown css include sdk_module docs template");
    private static final List<String> MODES =
            FieldParsers.words("inject write replace symlink append prepend mount inline_render stream");

    private final Store store;
    private final ApiKeyAuthorizer access;
    private final Clock clock;

    InjectableEndpoints(Store store, ApiKeyAuthorizer access, Clock clock) {
        this.store = store;
        this.access = access;
        this.clock = clock;
    }

    PlatformResponse list(RoutedRequest request) {
        ProjectRow project = access.admitToProject(request);
        return PlatformResponse.success(
                RowPage.of(request, store.injectables.of(project.id), injectable -> true, PAGE_SIZE)
                        .json("data", InjectableRow::listJson));
    }

    PlatformResponse get(RoutedRequest request) {
        return PlatformResponse.success(
                in(access.admitToProject(request), request).json());
    }

    PlatformResponse create(RoutedRequest request) {
        return PlatformResponse.created(
                add(access.admitToProject(request), request.input()).json());
    }

    InjectableRow add(ProjectRow project, Map<String, @Nullable Object> input) {
        InjectableRow injectable = new InjectableRow(store.injectables.nextId(), clock.instant(), project);
        Form form = Form.forCreate(input);
        boolean isFile = "file".equals(input.get("type"));
        String payload = isFile ? "file" : "content";
        if (!form.contains(payload)) {
            form.addError(payload, "is required");
        }
        write(injectable, form);
        return injectable;
    }

    PlatformResponse update(RoutedRequest request) {
        InjectableRow injectable = in(access.admitToProject(request), request);
        Form form = Form.forUpdate(request.input());
        boolean becomesFile = "file".equals(request.input().get("type")) && !injectable.isFile();
        if (becomesFile && !form.contains("file")) {
            form.addError("file", "is required");
        }
        write(injectable, form);
        return PlatformResponse.success(injectable.json());
    }

    PlatformResponse delete(RoutedRequest request) {
        store.injectables.remove(in(access.admitToProject(request), request));
        return PlatformResponse.success(null);
    }

    private InjectableRow in(ProjectRow project, RoutedRequest request) {
        InjectableRow injectable = store.injectables.get(request.childId());
        if (injectable.project != project) {
            throw ErrorResponseException.notFound();
        }
        return injectable;
    }

    private void write(InjectableRow injectable, Form form) {
        describe(injectable, form);
        seal(injectable, form);
        form.submit();
        injectable.updatedAt = clock.instant();
        store(injectable);
    }

    /** Stores an injectable. Generates a slug if it has none. */
    void store(InjectableRow injectable) {
        if (injectable.slug.isEmpty()) {
            injectable.slug = freeSlug(injectable);
        }
        store.injectables.save(injectable);
    }

    private void describe(InjectableRow injectable, Form form) {
        form.choice("type", TYPES).required().into(type -> injectable.type = type);
        form.choice("mode", MODES).required().into(mode -> injectable.mode = mode);
        form.text("target_path", 1000).required().into(path -> injectable.targetPath = path);
        form.flag("only_if_paid").required().into(only -> injectable.onlyIfPaid = only);
        form.flag("is_active").required().into(active -> injectable.isActive = active);
        form.text("title", 255).intoNullable(title -> injectable.title = title);
        form.text("slug", 255)
                .must(slug -> !isTaken(injectable, slug), "has already been taken")
                .into(slug -> injectable.slug = slug);
        form.url("validate_endpoint").intoNullable(url -> injectable.validateEndpoint = url);
    }

    /** New content or a new file regenerates ciphertext, hash and signature, which requires the secret. */
    private static void seal(InjectableRow injectable, Form form) {
        Payload payload = new Payload();
        form.text("secret", 255)
                .requiredWhen(form.contains("content") || form.contains("file"))
                .must(secret -> secret.codePointCount(0, secret.length()) >= 8, "must be at least 8 characters")
                .into(secret -> payload.secret = secret);
        form.text("content", MAX_TEXT_LENGTH).into(text -> payload.sealInto(injectable, text.getBytes(UTF_8)));
        form.field("file", FieldParsers::file)
                .must(file -> file.length <= MAX_FILE_BYTES, "must not be greater than 5 MB")
                .into(file -> payload.sealInto(injectable, file));
    }

    /** Fields are written in order, so the secret is set before the payload. */
    private static final class Payload {
        private String secret = "";

        void sealInto(InjectableRow injectable, byte[] plaintext) {
            injectable.seal(plaintext, Secret.of(secret));
        }
    }

    private boolean isTaken(InjectableRow injectable, String slug) {
        return store.injectables.isTaken(ProjectResourceRow.uniqueName(injectable.project, slug), injectable.id);
    }

    private String freeSlug(InjectableRow injectable) {
        String base = ProjectEndpoints.slugOf(injectable.title == null ? injectable.type : injectable.title);
        return base.isEmpty() || isTaken(injectable, base) ? base + "-" + injectable.id : base;
    }
}
