package com.devpayr.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Selects the transport with the configured name. If no name is configured, selects the only one; the starter's own transport
 * does not count if the application has added another one.
 */
public final class TransportSelector {
    /** The name of the transport that comes with the starter. */
    static final String DEFAULT = "retrofit";

    private TransportSelector() {}

    /**
     * Returns the transport selected by {@code devpayr.transport}.
     *
     * @throws TransportChoiceException if none or several match
     */
    public static DevPayrTransport select(ObjectProvider<DevPayrTransport> transports, DevPayrProperties properties) {
        return select(transports.orderedStream().toList(), properties.transport());
    }

    private static DevPayrTransport select(List<DevPayrTransport> available, @Nullable String name) {
        List<DevPayrTransport> candidates = available.stream()
                .filter(each -> name == null
                        ? available.size() == 1 || !each.name().equals(DEFAULT)
                        : each.name().equals(name))
                .toList();
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        List<String> names =
                available.stream().map(DevPayrTransport::name).sorted().toList();
        throw new TransportChoiceException(name, names);
    }
}
