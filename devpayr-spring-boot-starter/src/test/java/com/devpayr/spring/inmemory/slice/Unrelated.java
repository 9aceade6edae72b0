package com.devpayr.spring.inmemory.slice;

import java.sql.Connection;
import org.springframework.stereotype.Component;

/** A component with a dependency that no slice provides. */
@Component
class Unrelated {
    Unrelated(Connection database) {
        throw new IllegalStateException("created with " + database);
    }
}
