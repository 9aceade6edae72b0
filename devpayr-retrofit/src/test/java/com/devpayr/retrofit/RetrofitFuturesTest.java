package com.devpayr.retrofit;

import com.devpayr.AsyncDevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.AsyncContract;

/** The contract of the futures of Retrofit. */
class RetrofitFuturesTest extends AsyncContract {
    @Override
    protected AsyncDevPayr createClient(DevPayrConfig config) {
        return RetrofitDevPayr.createAsync(config);
    }
}
