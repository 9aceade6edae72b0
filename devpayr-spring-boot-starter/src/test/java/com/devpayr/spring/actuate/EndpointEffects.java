package com.devpayr.spring.actuate;

import com.devpayr.spring.PropertyEffect;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.InvocationContext;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.jmx.JmxEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.jmx.JmxOperation;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;

/** The effects of the properties of the endpoint. */
public final class EndpointEffects {
    private static final String[] EXPOSED = {"spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=*"};

    private EndpointEffects() {}

    /** Returns an effect of each property. */
    public static List<PropertyEffect> all() {
        return List.of(
                PropertyEffect.of("management.endpoint.devpayr.access", "NONE", 0, EndpointEffects::endpoints, EXPOSED),
                PropertyEffect.of(
                        "management.endpoint.devpayr.cache.time-to-live",
                        "1h",
                        true,
                        EndpointEffects::returnsTheSameDescriptorTwice,
                        EXPOSED));
    }

    private static int endpoints(AssertableWebApplicationContext application) {
        return application.getBeanNamesForType(DevPayrEndpoint.class).length;
    }

    private static boolean returnsTheSameDescriptorTwice(AssertableWebApplicationContext application) {
        JmxOperation show = application.getBean(JmxEndpointsSupplier.class).getEndpoints().stream()
                .filter(endpoint -> endpoint.getEndpointId().toString().equals("devpayr"))
                .flatMap(endpoint -> endpoint.getOperations().stream())
                .filter(operation -> operation.getName().equals("show"))
                .findFirst()
                .orElseThrow();
        InvocationContext nothing = new InvocationContext(SecurityContext.NONE, Map.of());
        Object first = show.invoke(nothing);
        return first == show.invoke(nothing);
    }
}
