package com.devpayr.retrofit;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.EmulatedContract;

/** The contract over blocking Retrofit. */
class RetrofitContractTest extends EmulatedContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return RetrofitDevPayr.create(config);
    }

    @Override
    protected boolean combinesHostileHeadersWithEveryStatus() {
        return true;
    }
}
