package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.error.InjectableException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.ValidationException;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.injectable.Upload;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.FakeInjectable;
import com.devpayr.testkit.FakeProject;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The contract of injectables by API key. */
public interface InjectableContract extends ContractFixture {
    @Test
    @Verifies({Operation.INJECTABLE_CREATE, Operation.INJECTABLE_GET})
    default void createsAnEncryptedAndSignedText() {
        long acme = fake().project("Acme").id();
        DevPayr devpayr = backend();
        InjectableDraft draft = InjectableDraft.builder(InjectableType.HTML, InjectableMode.INLINE_RENDER, SECRET)
                .targetPath("banner")
                .content("<b>größer ✓ {x}</b>")
                .slug("banner")
                .title("Banner")
                .validateEndpoint("https://acme.example/check")
                .onlyIfPaid(false)
                .build();

        Injectable created = devpayr.injectables().create(acme, draft);
        Injectable found = devpayr.injectables().get(acme, created.id());

        assertThat(found.slug()).isEqualTo("banner");
        assertThat(found.title()).isEqualTo("Banner");
        assertThat(found.type()).isEqualTo(InjectableType.HTML);
        assertThat(found.mode()).isEqualTo(InjectableMode.INLINE_RENDER);
        assertThat(found.targetPath()).isEqualTo("banner");
        assertThat(found.validateEndpoint()).isEqualTo("https://acme.example/check");
        assertThat(found.onlyIfPaid()).isFalse();
        assertThat(found.isActive()).isTrue();
        assertThat(opened(found, SECRET)).isEqualTo("<b>größer ✓ {x}</b>");
    }

    @Test
    default void createsAnEncryptedFile() {
        long acme = fake().project("Acme").id();
        byte[] bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        InjectableDraft draft = InjectableDraft.builder(InjectableType.FILE, InjectableMode.WRITE, SECRET)
                .targetPath("lib/native.so")
                .file(Upload.of("na\"tive ü.so", bytes))
                .slug("native")
                .build();
        DevPayr devpayr = backend();

        Injectable found = devpayr.injectables()
                .get(acme, devpayr.injectables().create(acme, draft).id());

        assertThat(found.type()).isEqualTo(InjectableType.FILE);
        assertThat(found.onlyIfPaid()).isTrue();
        assertThat(found.content()).isNotNull();
        assertThat(found.filePath()).isNotNull();
        assertThat(InjectableCrypto.create(SECRET).open(found)).isEqualTo(bytes);
    }

    @Test
    @Verifies(Operation.INJECTABLE_LIST)
    default void injectableListOmitsPayloads() {
        FakeProject acme = fake().project("Acme");
        acme.injectable("banner", SECRET, "hello");

        assertThat(backend().injectables().list(acme.id(), PageRequest.first()).items())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.slug()).isEqualTo("banner");
                    assertThat(row.content()).isNull();
                    assertThat(row.signature()).isNull();
                });
    }

    @Test
    @Verifies(Operation.INJECTABLE_UPDATE)
    default void newContentChangesCiphertextHashAndSignature() {
        FakeProject acme = fake().project("Acme");
        FakeInjectable banner = acme.injectable("banner", SECRET, "old");
        DevPayr devpayr = backend();
        Injectable before = devpayr.injectables().get(acme.id(), banner.id());

        devpayr.injectables()
                .update(
                        acme.id(),
                        banner.id(),
                        InjectableUpdate.builder().content("new", SECRET).build());

        Injectable after = devpayr.injectables().get(acme.id(), banner.id());
        assertThat(opened(after, SECRET)).isEqualTo("new");
        assertThat(after.contentHash()).isNotEqualTo(before.contentHash());
        assertThat(after.signature()).isNotEqualTo(before.signature());
    }

    @Test
    default void replacesAFile() {
        long acme = fake().project("Acme").id();
        DevPayr devpayr = backend();
        Injectable created = devpayr.injectables()
                .create(
                        acme,
                        InjectableDraft.builder(InjectableType.FILE, InjectableMode.WRITE, SECRET)
                                .targetPath("a.bin")
                                .file(Upload.of("a.bin", new byte[] {1}))
                                .build());

        devpayr.injectables()
                .update(
                        acme,
                        created.id(),
                        InjectableUpdate.builder()
                                .file(Upload.of("b.bin", new byte[] {2, 3}), SECRET)
                                .title("Second")
                                .build());

        Injectable after = devpayr.injectables().get(acme, created.id());
        assertThat(InjectableCrypto.create(SECRET).open(after)).containsExactly(2, 3);
        assertThat(after.title()).isEqualTo("Second");
    }

    @Test
    default void updateWithoutContentKeepsThePayload() {
        FakeProject acme = fake().project("Acme");
        FakeInjectable banner = acme.injectable("banner", SECRET, "old");
        DevPayr devpayr = backend();
        Injectable before = devpayr.injectables().get(acme.id(), banner.id());

        devpayr.injectables()
                .update(
                        acme.id(),
                        banner.id(),
                        InjectableUpdate.builder().isActive(false).build());

        Injectable after = devpayr.injectables().get(acme.id(), banner.id());
        assertThat(after.isActive()).isFalse();
        assertThat(after.content()).isEqualTo(before.content());
        assertThat(after.signature()).isEqualTo(before.signature());
    }

    @Test
    @Verifies(Operation.INJECTABLE_DELETE)
    default void deletedAndForeignInjectablesAreNotFound() {
        FakeProject acme = fake().project("Acme");
        FakeInjectable banner = acme.injectable("banner", SECRET, "old");
        long foreign = fake().project("Other").injectable("x", SECRET, "x").id();
        DevPayr devpayr = backend();

        devpayr.injectables().delete(acme.id(), banner.id());

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> devpayr.injectables().get(acme.id(), banner.id()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> devpayr.injectables().get(acme.id(), foreign));
    }

    @Test
    default void injectableValidationErrorsNameTheFieldsButNotTheSecret() {
        FakeProject acme = fake().project("Acme");
        acme.injectable("banner", SECRET, "old");
        InjectableDraft draft = InjectableDraft.builder(
                        new InjectableType("unknown-value"), InjectableMode.WRITE, SECRET)
                .targetPath("x")
                .content("x")
                .slug("banner")
                .build();

        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> backend().injectables().create(acme.id(), draft))
                .satisfies(exception -> {
                    assertThat(exception.fieldErrors()).containsOnlyKeys("type", "slug");
                    assertThat(exception.getMessage()).doesNotContain(SECRET.reveal());
                });
    }

    @Test
    default void wrongSecretCannotDecrypt() {
        FakeProject acme = fake().project("Acme");
        FakeInjectable banner = acme.injectable("banner", SECRET, "old");
        Injectable found = backend().injectables().get(acme.id(), banner.id());

        assertThatExceptionOfType(InjectableException.class)
                .isThrownBy(() -> opened(found, Secret.of("another secret")))
                .withMessageContaining("banner");
    }

    private static String opened(Injectable injectable, Secret secret) {
        return new String(InjectableCrypto.create(secret).open(injectable), StandardCharsets.UTF_8);
    }
}
