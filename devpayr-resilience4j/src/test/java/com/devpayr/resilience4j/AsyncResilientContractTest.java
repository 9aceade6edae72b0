package com.devpayr.resilience4j;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.operation.Operation;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.testkit.contract.EmulatedContract;

/**
 * The contract suite over a decorated asynchronous Retrofit client with the default settings. Waits between attempts
 * take no time.
 */
class AsyncResilientContractTest extends EmulatedContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        Resilience resilience =
                Resilience.builder().scheduler(new ImmediateScheduler()).build();
        return resilience.decorate(RetrofitDevPayr.createAsync(config)).blocking();
    }

    @Override
    public int attemptsOf(Operation operation) {
        return operation.retrySafety().isSafe() ? 3 : 1;
    }
}
