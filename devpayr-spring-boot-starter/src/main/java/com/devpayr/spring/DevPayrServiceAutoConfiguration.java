package com.devpayr.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** Auto-configuration that makes each service of the clients available as a bean. Lazy: unused services are not created. */
@AutoConfiguration(after = DevPayrClientAdapterAutoConfiguration.class)
@Import(ServiceBeanRegistrar.class)
public final class DevPayrServiceAutoConfiguration {}
