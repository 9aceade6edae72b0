package com.devpayr.spring.injectable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectables.ApplyReport;
import com.devpayr.injectables.FileProcessor;
import com.devpayr.injectables.InjectableApplier;
import com.devpayr.injectables.InjectableProcessor;
import com.devpayr.secret.Secret;
import com.devpayr.spring.Contexts;
import com.devpayr.testkit.FakeProject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.MapPropertySource;

class InjectableTest {
    private static final Secret SECRET = Secret.of("in-memory secret");

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final ApplicationContextRunner application = Contexts.inMemory();

    private ApplicationContextRunner rooted() {
        return application.withPropertyValues("devpayr.injectables.root=" + folder);
    }

    @Test
    void writesInjectablesBelowTheRoot() {
        rooted().run(context -> {
            deliver(context, "welcome", "Hello!");

            assertThat(apply(context).rejected()).isEmpty();

            assertThat(folder.resolve("welcome")).hasContent("Hello!");
        });
    }

    @Test
    void dryRunWritesNothing() {
        rooted().withPropertyValues("devpayr.injectables.dry-run=true").run(context -> {
            deliver(context, "welcome", "Hello!");

            assertThat(apply(context).dryRun()).isTrue();

            assertThat(folder).isEmptyDirectory();
        });
    }

    @Test
    void backsOffWithoutARootOrAProcessor() {
        application.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(InjectableProcessor.class)
                .doesNotHaveBean(InjectableApplier.class));
    }

    @Test
    void usesTheApplicationsProcessor() {
        List<String> seen = new ArrayList<>();
        rooted().withBean("own", InjectableProcessor.class, () -> injectables -> {
                    injectables.forEach(injectable -> seen.add(injectable.text()));
                    return ApplyReport.ofPassedThrough(injectables);
                })
                .run(context -> {
                    assertThat(context).doesNotHaveBean(FileProcessor.class);
                    deliver(context, "welcome", "Hello!");
                    apply(context);
                    assertThat(seen).containsExactly("Hello!");
                });
    }

    @Test
    void needsNoRootForTheApplicationsProcessor() {
        application
                .withBean(InjectableProcessor.class, () -> ApplyReport::ofPassedThrough)
                .run(context -> assertThat(context).hasSingleBean(InjectableApplier.class));
    }

    @Test
    void bindsLimits() {
        rooted().withPropertyValues("devpayr.injectables.limits.size=10B").run(context -> {
            deliver(context, "short", "Hello!");
            deliver(context, "long", "Hello, everybody!");

            assertThat(apply(context).rejected()).singleElement().satisfies(outcome -> assertThat(outcome.slug())
                    .isEqualTo("long"));
        });
        rooted().withPropertyValues("devpayr.injectables.limits.count=1").run(context -> {
            deliver(context, "one", "1");
            deliver(context, "two", "2");
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> apply(context))
                    .withMessageContaining("exceed the limit of 1;");
        });
        rooted().withPropertyValues("devpayr.injectables.limits.total-size=7B").run(context -> {
            deliver(context, "one", "12345");
            deliver(context, "two", "12345");
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> apply(context))
                    .withMessageContaining("exceed the limit of 7 bytes in total;");
        });
    }

    @Test
    void usesARotatedSecretWithoutARestart() {
        Contexts.backend()
                .withPropertyValues("devpayr.injectables.root=" + folder, "devpayr.secret=the old secret")
                .run(context -> {
                    InjectableApplier applier = context.getBean(InjectableApplier.class);
                    assertThat(applier.apply(sealedWith("the new secret")).rejected())
                            .hasSize(1);

                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("rotated", Map.of("devpayr.secret", "the new secret")));

                    assertThat(applier.apply(sealedWith("the new secret")).rejected())
                            .isEmpty();
                });
    }

    private static List<DeliveredInjectable> sealedWith(String secret) {
        InjectableCrypto crypto = InjectableCrypto.create(Secret.of(secret));
        EncryptedContent content = crypto.encrypt("Hello!".getBytes(StandardCharsets.UTF_8));
        return List.of(DeliveredInjectable.builder("welcome", InjectableType.FILE, InjectableMode.WRITE)
                .targetPath("welcome")
                .content(content)
                .signature(crypto.sign(content))
                .build());
    }

    @Test
    void appliesUnsignedInjectablesOnlyWhenConfigured() {
        EncryptedContent content = InjectableCrypto.create(SECRET).encrypt("Hello!".getBytes(StandardCharsets.UTF_8));
        List<DeliveredInjectable> unsigned =
                List.of(DeliveredInjectable.builder("welcome", InjectableType.FILE, InjectableMode.WRITE)
                        .targetPath("welcome")
                        .content(content)
                        .build());

        rooted().run(context -> assertThat(
                        context.getBean(InjectableApplier.class).apply(unsigned).rejected())
                .hasSize(1));
        rooted().withPropertyValues("devpayr.injectables.accept-unsigned=true").run(context -> assertThat(
                        context.getBean(InjectableApplier.class).apply(unsigned).rejected())
                .isEmpty());
    }

    @Test
    void namesThePropertyOfAMissingSecret() {
        Contexts.backend()
                .withPropertyValues("devpayr.injectables.root=" + folder)
                .run(context -> assertThatExceptionOfType(ConfigurationException.class)
                        .isThrownBy(
                                () -> context.getBean(InjectableApplier.class).apply(List.of()))
                        .withMessageContaining("devpayr.secret"));
    }

    private static void deliver(ApplicationContext context, String slug, String text) {
        context.getBean(FakeProject.class).injectable(slug, SECRET, text);
    }

    private static ApplyReport apply(ApplicationContext context) {
        return context.getBean(InjectableApplier.class)
                .apply(context.getBean(DevPayr.class).runtime().listAllInjectables());
    }
}
