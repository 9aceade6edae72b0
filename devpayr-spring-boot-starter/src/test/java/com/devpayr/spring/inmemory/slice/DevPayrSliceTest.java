package com.devpayr.spring.inmemory.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.spring.DevPayrTransport;
import com.devpayr.spring.inmemory.AutoConfigureDevPayrFake;
import com.devpayr.spring.inmemory.DevPayrTest;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@DevPayrTest(properties = {"devpayr.guard.startup=off", "shop.name=Acme"})
@Import(Orders.class)
class DevPayrSliceTest {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private FakeProject project;

    @Autowired
    private FakeLicense license;

    /** A repetition sees nothing of the one before. */
    @RepeatedTest(2)
    void runsAComponentAgainstDevPayrInMemory(
            @Autowired Orders orders, @Autowired LicenseGuard guard, @Autowired InMemoryDevPayr fake) {
        assertThat(fake.requests()).isEmpty();
        assertThat(orders.sell(project.id(), "Jane")).isPositive();

        license.revoked();
        guard.refresh().join();

        assertThatExceptionOfType(LicenseDeniedException.class).isThrownBy(() -> orders.sell(project.id(), "Joe"));
    }

    @Test
    void loadsNoOtherAutoConfiguration() {
        assertThat(context.getBeansOfType(DevPayr.class)).hasSize(1);
        assertThat(context.getBeansOfType(DevPayrTransport.class)).containsOnlyKeys("devPayrInMemoryTransport");
        assertThat(context.getBeansOfType(TaskExecutionAutoConfiguration.class)).isEmpty();
        assertThat(context.getBeansOfType(WebMvcAutoConfiguration.class)).isEmpty();
    }

    @Test
    void scansCustomizersAndNoOtherComponents() {
        assertThat(context.getBean(DevPayrConfig.class).readTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(context.getBeansOfType(Unrelated.class)).isEmpty();
        assertThat(context.getEnvironment().getProperty("shop.name")).isEqualTo("Acme");
    }

    /** A new auto-configuration belongs to the fake, unless it needs another library or another one's bean. */
    @Test
    void importsEveryAutoConfigurationThatTheFakeNeeds() {
        List<String> imported = names(AutoConfigureDevPayrFake.class);

        assertThat(names(AutoConfiguration.class))
                .filteredOn(name -> name.startsWith("com.devpayr."))
                .filteredOn(
                        name -> Stream.of(".actuate.", ".feign.", ".retrofit.", ".vertx.", ".observation.", "Metrics")
                                .noneMatch(name::contains))
                .containsExactlyInAnyOrderElementsOf(imported);
    }

    private static List<String> names(Class<?> annotation) {
        return ImportCandidates.load(annotation, DevPayrSliceTest.class.getClassLoader())
                .getCandidates();
    }
}
