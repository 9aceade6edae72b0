package com.devpayr.testkit;

import com.devpayr.testkit.platform.InjectableRow;
import com.devpayr.testkit.platform.Platform;

/** An injectable. What is changed here is seen by running clients. */
public final class ArrangedInjectable {
    private final Platform platform;
    private final InjectableRow row;

    ArrangedInjectable(Platform platform, InjectableRow row) {
        this.platform = platform;
        this.row = row;
    }

    /** Its number. */
    public long id() {
        return row.id;
    }

    /** It is delivered to paid copies only. */
    public ArrangedInjectable onlyIfPaid() {
        return change(() -> row.onlyIfPaid = true);
    }

    /** It is not delivered. */
    public ArrangedInjectable inactive() {
        return change(() -> row.isActive = false);
    }

    private ArrangedInjectable change(Runnable change) {
        platform.change(change);
        return this;
    }
}
