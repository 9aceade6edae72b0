package com.devpayr.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Selects the transport with the configured name, or the only one if no name is configured. */
public final class TransportSelector {
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
        List<DevPayrTransport> candidates = name == null
                ? available
                : available.stream().filter(each -> each.name().equals(name)).toList();
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        List<String> names =
                available.stream().map(DevPayrTransport::name).sorted().toList();
        throw new TransportChoiceException(name, names);
    }
}
