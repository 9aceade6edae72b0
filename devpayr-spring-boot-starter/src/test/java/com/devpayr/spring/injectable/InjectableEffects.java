package com.devpayr.spring.injectable;

import com.devpayr.DevPayr;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectables.ApplyReport;
import com.devpayr.injectables.InjectableApplier;
import com.devpayr.secret.Secret;
import com.devpayr.spring.PropertyEffect;
import com.devpayr.testkit.FakeProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;

/** The effects of the properties of injectables. */
public final class InjectableEffects {
    private static final Secret SECRET = Secret.of("in-memory secret");

    private InjectableEffects() {}

    /** Returns an effect of each property. */
    public static List<PropertyEffect> all(Path folder) throws IOException {
        Path root = Files.createDirectories(folder.resolve("root"));
        Path dryRun = Files.createDirectories(folder.resolve("dry-run"));
        String elsewhere = "devpayr.injectables.root=" + Files.createDirectories(folder.resolve("elsewhere"));
        return List.of(
                PropertyEffect.of("devpayr.injectables.root", root.toString(), true, application -> {
                    apply(application, "Hello!");
                    return Files.exists(root.resolve("text-0"));
                }),
                PropertyEffect.of(
                        "devpayr.injectables.dry-run",
                        "true",
                        false,
                        application -> {
                            apply(application, "Hello!");
                            return Files.exists(dryRun.resolve("text-0"));
                        },
                        "devpayr.injectables.root=" + dryRun),
                PropertyEffect.of(
                        "devpayr.injectables.accept-unsigned",
                        "true",
                        0,
                        InjectableEffects::rejectedUnsigned,
                        elsewhere),
                PropertyEffect.of(
                        "devpayr.injectables.limits.count",
                        "1",
                        "exceed the limit of 1",
                        application -> rejection(application, "1", "2"),
                        elsewhere),
                PropertyEffect.of(
                        "devpayr.injectables.limits.size",
                        "10B",
                        1,
                        application -> apply(application, "Hello!", "Hello, everybody!")
                                .rejected()
                                .size(),
                        elsewhere),
                PropertyEffect.of(
                        "devpayr.injectables.limits.total-size",
                        "7B",
                        "exceed the limit of 7",
                        application -> rejection(application, "12345", "12345"),
                        elsewhere));
    }

    private static ApplyReport apply(AssertableWebApplicationContext application, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            application.getBean(FakeProject.class).injectable("text-" + i, SECRET, texts[i]);
        }
        return application
                .getBean(InjectableApplier.class)
                .apply(application.getBean(DevPayr.class).runtime().listAllInjectables());
    }

    private static String rejection(AssertableWebApplicationContext application, String... texts) {
        try {
            return "applied " + apply(application, texts);
        } catch (InvalidRequestException rejected) {
            String message = String.valueOf(rejected.getMessage());
            int start = message.indexOf("exceed the limit of");
            return message.substring(start, start + "exceed the limit of 1".length());
        }
    }

    private static int rejectedUnsigned(AssertableWebApplicationContext application) {
        EncryptedContent content = InjectableCrypto.create(SECRET).encrypt("Hello!".getBytes(StandardCharsets.UTF_8));
        return application
                .getBean(InjectableApplier.class)
                .apply(List.of(DeliveredInjectable.builder("welcome", InjectableType.FILE, InjectableMode.WRITE)
                        .targetPath("welcome")
                        .content(content)
                        .build()))
                .rejected()
                .size();
    }
}
