package com.devpayr.testkit;

import com.devpayr.testkit.platform.InjectableRow;
import com.devpayr.testkit.platform.Platform;
import java.util.function.Consumer;

/** An injectable. What is changed here is seen by running clients. */
public final class FakeInjectable {
    private final Platform platform;
    private final long id;

    FakeInjectable(Platform platform, long id) {
        this.platform = platform;
        this.id = id;
    }

    /** Its number. */
    public long id() {
        return id;
    }

    /** It is delivered to paid copies only. */
    public FakeInjectable onlyIfPaid() {
        return change(injectable -> injectable.onlyIfPaid = true);
    }

    /** It is not delivered. */
    public FakeInjectable inactive() {
        return change(injectable -> injectable.isActive = false);
    }

    private FakeInjectable change(Consumer<InjectableRow> change) {
        platform.change(all -> change.accept(all.injectable(id)));
        return this;
    }
}
