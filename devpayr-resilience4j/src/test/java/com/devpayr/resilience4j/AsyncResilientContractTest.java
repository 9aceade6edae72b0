package com.devpayr.resilience4j;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.operation.Operation;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.testkit.contract.EmulatedContract;

/** As {@link ResilientContractTest}, in the asynchronous style, over Retrofit. */
class AsyncResilientContractTest extends EmulatedContract {
    @Override
    protected DevPayr open(DevPayrConfig config) {
        Resilience resilience = Resilience.builder().timer(new HurriedTimer()).build();
        return DevPayr.over(resilience.around(RetrofitDevPayr.createAsync(config)));
    }

    @Override
    public int attemptsOf(Operation operation) {
        return operation.repeat().isSafe() ? 3 : 1;
    }
}
