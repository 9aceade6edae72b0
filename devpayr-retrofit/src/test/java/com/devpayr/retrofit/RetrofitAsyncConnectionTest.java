package com.devpayr.retrofit;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.ConnectionContract;

/** Proxies and TLS over asynchronous Retrofit. */
class RetrofitAsyncConnectionTest extends ConnectionContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return RetrofitDevPayr.createAsync(config).blocking();
    }
}
