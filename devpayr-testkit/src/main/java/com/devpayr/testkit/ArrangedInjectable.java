package com.devpayr.testkit;

import com.devpayr.testkit.platform.InjectableRow;
import com.devpayr.testkit.platform.Platform;
import java.util.function.Consumer;

/** An injectable. What is changed here is seen by running clients. */
public final class ArrangedInjectable {
    private final Platform platform;
    private final long id;

    ArrangedInjectable(Platform platform, long id) {
        this.platform = platform;
        this.id = id;
    }

    /** Its number. */
    public long id() {
        return id;
    }

    /** It is delivered to paid copies only. */
    public ArrangedInjectable onlyIfPaid() {
        return change(injectable -> injectable.onlyIfPaid = true);
    }

    /** It is not delivered. */
    public ArrangedInjectable inactive() {
        return change(injectable -> injectable.isActive = false);
    }

    private ArrangedInjectable change(Consumer<InjectableRow> change) {
        platform.change(all -> change.accept(all.injectable(id)));
        return this;
    }
}
