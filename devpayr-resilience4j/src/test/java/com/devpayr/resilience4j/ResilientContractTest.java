package com.devpayr.resilience4j;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.contract.EmulatedContract;

/** The contract suite over a decorated Feign client with the default settings. Waits between attempts take no time. */
class ResilientContractTest extends EmulatedContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return Resilience.builder().scheduler(new ImmediateScheduler()).build().decorate(FeignDevPayr.create(config));
    }

    @Override
    public int attemptsOf(Operation operation) {
        return operation.retrySafety().isSafe() ? 3 : 1;
    }
}
