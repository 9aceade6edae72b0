package com.devpayr.testkit;

import com.devpayr.testkit.internal.platform.InjectableRow;
import com.devpayr.testkit.internal.platform.Platform;
import java.util.function.Consumer;

/** An injectable of an {@link InMemoryDevPayr}. Changes take effect immediately, also for running clients. */
public final class FakeInjectable {
    private final Platform platform;
    private final long id;

    FakeInjectable(Platform platform, long id) {
        this.platform = platform;
        this.id = id;
    }

    /** Returns the id. */
    public long id() {
        return id;
    }

    /** Limits delivery to paid projects. */
    public FakeInjectable onlyIfPaid() {
        return change(injectable -> injectable.onlyIfPaid = true);
    }

    /** Deactivates the injectable: it is not delivered. */
    public FakeInjectable inactive() {
        return change(injectable -> injectable.isActive = false);
    }

    private FakeInjectable change(Consumer<InjectableRow> change) {
        platform.change(data -> change.accept(data.injectable(id)));
        return this;
    }
}
