package com.devpayr.testkit.internal.platform;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The identifiers that a license was used from, and its number of checks today. */
public final class LicenseUsage {
    private @Nullable Map<String, Set<String>> subdomainsByBase;
    private @Nullable LocalDate day;
    private int count;

    /** Registers an identifier. Returns false if it is not registered and the limits do not allow it. */
    boolean register(RuntimeIdentifier identifier, @Nullable Integer maxBases, @Nullable Integer maxSubdomains) {
        Map<String, Set<String>> bases = subdomainsByBase == null ? new HashMap<>() : subdomainsByBase;
        Set<String> known = bases.get(identifier.base());
        if (known == null && isFull(bases.size(), maxBases)) {
            return false;
        }
        Set<String> subdomains = known == null ? new HashSet<>() : known;
        if (identifier.isSubdomain()
                && !subdomains.contains(identifier.name())
                && isFull(subdomains.size(), maxSubdomains)) {
            return false;
        }
        if (identifier.isSubdomain()) {
            subdomains.add(identifier.name());
        }
        bases.put(identifier.base(), subdomains);
        subdomainsByBase = bases;
        return true;
    }

    /** Counts a check on a UTC day. Returns false, without counting, if the limit is reached. */
    boolean count(LocalDate today, @Nullable Integer maximum) {
        if (!today.equals(day)) {
            day = today;
            count = 0;
        }
        if (isFull(count, maximum)) {
            return false;
        }
        count++;
        return true;
    }

    /** Returns the number of checks counted on a UTC day. */
    public int checksOn(LocalDate today) {
        return today.equals(day) ? count : 0;
    }

    /** Returns the registered base domains with their subdomains. */
    public Map<String, Set<String>> domains() {
        return subdomainsByBase == null ? Map.of() : new TreeMap<>(subdomainsByBase);
    }

    private static boolean isFull(int size, @Nullable Integer maximum) {
        return maximum != null && size >= maximum;
    }
}
