package com.devpayr.testkit;

import com.devpayr.spi.LeaseStore;
import com.devpayr.testkit.contract.LeaseStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileLeaseStoreContractTest extends LeaseStoreContract {
    private final Path file;

    FileLeaseStoreContractTest(@TempDir Path folder) {
        file = folder.resolve("lease");
    }

    @Override
    protected LeaseStore store() {
        return LeaseStore.file(file);
    }
}
