package com.devpayr.spring.inmemory;

import com.devpayr.spring.AsyncCallExecutor;
import com.devpayr.spring.DevPayrAutoConfiguration;
import com.devpayr.spring.DevPayrConnectionDetails;
import com.devpayr.spring.DevPayrTransport;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Auto-configuration for the {@code in-memory} transport: DevPayr in the same process, with a paid project and a license for
 * the application. Only used if {@code devpayr.transport} is {@code in-memory}, even if it is the only transport on the class
 * path.
 *
 * <p>The project and the license are created when they are first used. An application that uses neither starts with an empty
 * platform.
 */
@AutoConfiguration(before = DevPayrAutoConfiguration.class)
@ConditionalOnClass(InMemoryDevPayr.class)
@ConditionalOnProperty(name = "devpayr.transport", havingValue = InMemoryTransport.NAME)
public final class InMemoryAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    InMemoryDevPayr inMemoryDevPayr() {
        return InMemoryDevPayr.create();
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    FakeProject devPayrProject(InMemoryDevPayr fake) {
        return fake.project("This application").paid();
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    FakeLicense devPayrLicense(FakeProject project) {
        return project.license("This application");
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    DevPayrConnectionDetails devPayrConnectionDetails(InMemoryDevPayr fake, FakeLicense license) {
        return new InMemoryConnectionDetails(fake, license);
    }

    @Bean
    DevPayrTransport devPayrInMemoryTransport(InMemoryDevPayr fake, ObjectProvider<AsyncTaskExecutor> executors) {
        return new InMemoryTransport(fake, AsyncCallExecutor.of(executors));
    }
}
