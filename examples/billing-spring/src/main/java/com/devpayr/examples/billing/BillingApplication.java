package com.devpayr.examples.billing;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The backend of a shop. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class BillingApplication {
    /** Starts the application. */
    public static void main(String[] arguments) {
        SpringApplication.run(BillingApplication.class, arguments);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
