package com.devpayr.spring.inmemory.slice;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.resilience4j.Resilience;
import com.devpayr.spring.inmemory.DevPayrTest;
import com.devpayr.spring.resilience.ResilienceAutoConfiguration;
import com.devpayr.testkit.FakeProject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

@DevPayrTest(
        includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Orders.class),
        excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Timeouts.class),
        excludeAutoConfiguration = ResilienceAutoConfiguration.class)
class DevPayrSliceFiltersTest {
    @Test
    void appliesFiltersAndExclusions(
            @Autowired Orders orders,
            @Autowired FakeProject project,
            @Autowired ObjectProvider<Timeouts> timeouts,
            @Autowired ObjectProvider<Resilience> resilience) {
        assertThat(orders.sell(project.id(), "Jane")).isPositive();
        assertThat(timeouts.stream()).isEmpty();
        assertThat(resilience.stream()).isEmpty();
    }
}
