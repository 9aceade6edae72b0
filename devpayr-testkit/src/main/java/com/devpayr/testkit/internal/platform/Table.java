package com.devpayr.testkit.internal.platform;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table of rows with indexes by id, by parent (in the order of creation) and by unique name, so that lookup times do
 * not grow with the number of rows.
 */
final class Table<R extends Row> {
    private final Map<Long, R> byId = new HashMap<>();
    private final Map<Long, NavigableMap<Long, R>> byParent = new HashMap<>();
    private final Map<String, R> byName = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private long lastId;

    long nextId() {
        return ++lastId;
    }

    /** Reserves a given id. */
    long reserve(long id) {
        lastId = Math.max(lastId, id);
        return id;
    }

    /** Adds a row, or updates the index after its unique name may have changed. */
    void save(R row) {
        String name = row.uniqueName();
        String before = names.put(row.id, name);
        if (before != null) {
            byName.remove(before);
        }
        byName.put(name, row);
        byId.put(row.id, row);
        byParent.computeIfAbsent(row.parentId(), unseen -> new TreeMap<>()).put(row.id, row);
    }

    void remove(R row) {
        byId.remove(row.id);
        of(row.parentId()).remove(row.id);
        byName.remove(row.uniqueName());
        names.remove(row.id);
    }

    @Nullable
    R find(long id) {
        return byId.get(id);
    }

    /** @throws ErrorResponseException 404 if there is none */
    R get(long id) {
        R row = byId.get(id);
        if (row == null) {
            throw ErrorResponseException.notFound();
        }
        return row;
    }

    @Nullable
    R named(String uniqueName) {
        return byName.get(uniqueName);
    }

    /** Returns whether another row has the name. */
    boolean isTaken(String uniqueName, long id) {
        R holder = byName.get(uniqueName);
        return holder != null && holder.id != id;
    }

    NavigableMap<Long, R> of(long parentId) {
        return byParent.getOrDefault(parentId, Collections.emptyNavigableMap());
    }
}
