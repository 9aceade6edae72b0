package com.devpayr.resilience4j;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.contract.EmulatedContract;

/** The contract over Feign, decorated with the default settings; only the waits between tries take no time. */
class ResilientContractTest extends EmulatedContract {
    @Override
    protected DevPayr open(DevPayrConfig config) {
        return Resilience.builder().timer(new HurriedTimer()).build().around(FeignDevPayr.create(config));
    }

    @Override
    public int attemptsOf(Operation operation) {
        return operation.repeat().isSafe() ? 3 : 1;
    }
}
