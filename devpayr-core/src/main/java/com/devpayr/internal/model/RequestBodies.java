package com.devpayr.internal.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Gives the library's modules access to the {@link RequestBody} of a draft or update, which is not part of its public
 * API. Each draft registers itself in its static initializer.
 */
public final class RequestBodies {
    private static final Map<Class<?>, Function<Object, RequestBody>> DRAFTS = new ConcurrentHashMap<>();

    private RequestBodies() {}

    /** Registers a type of drafts. */
    public static <T> void register(Class<T> type, Function<T, RequestBody> body) {
        DRAFTS.put(type, draft -> body.apply(type.cast(draft)));
    }

    /**
     * Returns the body of a draft or update. A {@link RequestBody} is its own body.
     *
     * @throws IllegalArgumentException if the object is neither
     */
    public static RequestBody of(Object draft) {
        if (draft instanceof RequestBody body) {
            return body;
        }
        Function<Object, RequestBody> body = DRAFTS.get(draft.getClass());
        if (body == null) {
            throw new IllegalArgumentException(draft.getClass().getName() + " is not a draft or update");
        }
        return body.apply(draft);
    }

    /** Returns whether an object is a draft, an update or a {@link RequestBody}. */
    public static boolean isBody(Object object) {
        return object instanceof RequestBody || DRAFTS.containsKey(object.getClass());
    }
}
