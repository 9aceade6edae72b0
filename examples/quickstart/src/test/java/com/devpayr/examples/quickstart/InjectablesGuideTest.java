package com.devpayr.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.injectables.ApplyLimits;
import com.devpayr.injectables.ApplyReport;
import com.devpayr.injectables.FileProcessor;
import com.devpayr.injectables.InjectableApplier;
import com.devpayr.injectables.InjectableProcessor;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.junit.DevPayrExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/injectables.md. */
class InjectablesGuideTest {
    @RegisterExtension
    final DevPayrExtension extension = DevPayrExtension.inMemory();

    private final Secret secret = Secret.of("a good secret");

    @TempDir
    private Path root = Path.of("set by JUnit");

    private DevPayr licensed(InMemoryDevPayr fake) {
        FakeProject acme = fake.project("Acme").paid();
        acme.injectable("welcome", secret, "Hello!");
        return extension.application(acme.license("Jane"));
    }

    @Test
    void appliesAndRevertsInjectables(InMemoryDevPayr fake) {
        DevPayr devpayr = licensed(fake);
        List<String> warnings = new ArrayList<>();

        // <apply>
        FileProcessor files = FileProcessor.rootedAt(root);
        InjectableApplier applier = InjectableApplier.create(InjectableCrypto.create(secret), files);

        ApplyReport report = applier.apply(devpayr.runtime().listAllInjectables());
        report.rejected().forEach(outcome -> warnings.add(outcome.slug() + ": " + outcome.reason()));
        // </apply>
        assertThat(warnings).isEmpty();
        assertThat(root.resolve("welcome")).hasContent("Hello!");

        // <revert>
        files.revert(); // for example, when the license is revoked
        // </revert>
        assertThat(Files.exists(root.resolve("welcome"))).isFalse();
    }

    @Test
    void optionsAreCopies(InMemoryDevPayr fake) {
        DevPayr devpayr = licensed(fake);

        // <options>
        FileProcessor files = FileProcessor.rootedAt(root).withDryRun(true); // reports, but writes nothing
        InjectableApplier applier = InjectableApplier.create(InjectableCrypto.create(secret), files)
                .withLimits(ApplyLimits.builder().maxInjectables(50).build());
        // </options>

        assertThat(applier.apply(devpayr.runtime().listAllInjectables()).dryRun())
                .isTrue();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void customProcessorKeepsInjectablesInMemory(InMemoryDevPayr fake) {
        DevPayr devpayr = licensed(fake);
        Map<String, String> templates = new HashMap<>();

        // <processor>
        InjectableProcessor inMemory = injectables -> {
            injectables.forEach(injectable -> templates.put(injectable.slug(), injectable.text()));
            return ApplyReport.ofPassedThrough(injectables);
        };
        // </processor>
        InjectableApplier.create(InjectableCrypto.create(secret), inMemory)
                .apply(devpayr.runtime().listAllInjectables());
        assertThat(templates).containsEntry("welcome", "Hello!");
    }
}
