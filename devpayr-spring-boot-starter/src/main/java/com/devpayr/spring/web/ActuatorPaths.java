package com.devpayr.spring.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.util.function.SingletonSupplier;

/**
 * The paths of the actuator's exposed endpoints on the application's port, as Spring Boot determines them from {@code
 * management.endpoints.web.*}. Determined by the first request, since it creates the endpoints.
 */
final class ActuatorPaths implements EnforcementAutoConfiguration.DefaultExclude {
    private final SingletonSupplier<Paths> paths;

    ActuatorPaths(ObjectProvider<PathMappedEndpoints> endpoints, ManagementPortType port) {
        this.paths = SingletonSupplier.of(() -> Paths.of(endpoints.getIfUnique(), port));
    }

    /** Paths to exclude, {@code exact} without those below. */
    private record Paths(Set<String> exact, Set<String> roots) {
        static Paths of(@Nullable PathMappedEndpoints endpoints, ManagementPortType port) {
            Set<String> exact = new HashSet<>();
            Set<String> roots = new HashSet<>();
            if (endpoints != null) {
                if (port == ManagementPortType.SAME) {
                    exact.add(endpoints.getBasePath());
                    endpoints.getAllPaths().forEach(path -> (path.endsWith("/") ? exact : roots).add(path));
                    exact.remove("/"); // with the root as base path there is no list of endpoints
                }
                endpoints.stream().map(ActuatorPaths::onTheApplicationsPort).forEach(roots::addAll);
            }
            return new Paths(exact, roots);
        }

        boolean contain(String path) {
            return exact.contains(path)
                    || roots.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
        }
    }

    /** Returns paths such as {@code /livez}, which a health group adds to the application's port. */
    private static List<String> onTheApplicationsPort(PathMappedEndpoint endpoint) {
        return endpoint.getAdditionalPaths(WebServerNamespace.SERVER).stream()
                .map(path -> path.startsWith("/") ? path : "/" + path)
                .toList();
    }

    @Override
    public boolean test(String path) {
        return paths.obtain().contain(path);
    }
}
