package com.devpayr.feign;

import com.devpayr.AsyncDevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.AsyncContract;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** The contract of the futures of Feign on an executor. */
class AdaptedFeignFuturesTest extends AsyncContract {
    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
    }

    @Override
    protected AsyncDevPayr createClient(DevPayrConfig config) {
        return FeignDevPayr.create(config).async(executor);
    }
}
