package com.devpayr.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the transport that is meant: the one that is named, or the only one. */
final class TransportSelector {
    private TransportSelector() {}

    static DevPayrTransport choose(List<DevPayrTransport> present, @Nullable String wanted) {
        List<DevPayrTransport> candidates = wanted == null
                ? present
                : present.stream().filter(each -> each.name().equals(wanted)).toList();
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        List<String> names =
                present.stream().map(DevPayrTransport::name).sorted().toList();
        throw new TransportChoiceException(wanted, names);
    }
}
