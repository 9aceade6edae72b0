package com.devpayr.spring.web;

import com.devpayr.enforcement.EnforcementMode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * What a web application does about requests while its copy is not licensed.
 *
 * @param mode What is done: nothing, a line in the log, a page, or another address.
 * @param status HTTP status of the page and of the answer to programs.
 * @param page The vendor's page; {{title}}, {{message}} and {{reason}} are filled in, escaped.
 * @param redirect Address that people are sent to; for the mode redirect.
 * @param maxWait How long a request waits for DevPayr's first answer after the start.
 * @param include Paths that are looked at.
 * @param exclude Paths that are let through beside the actuator's and those of static resources.
 * @param excludeDefaults Whether the actuator and static resources are let through.
 */
@ConfigurationProperties("devpayr.enforcement")
public record EnforcementProperties(
        @DefaultValue("log") EnforcementMode mode,
        @DefaultValue("402") int status,
        @Nullable Resource page,
        @Nullable String redirect,
        @DefaultValue("10s") Duration maxWait,
        @DefaultValue("/**") List<String> include,
        @DefaultValue({}) List<String> exclude,
        @DefaultValue("true") boolean excludeDefaults) {}
