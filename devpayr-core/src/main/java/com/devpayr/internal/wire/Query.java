package com.devpayr.internal.wire;

import java.util.Map;

/** A parameter object that becomes query parameters. */
public interface Query {
    /** The parameters in the wire's names and in a stable order, not yet URL-encoded. */
    Map<String, String> parameters();
}
