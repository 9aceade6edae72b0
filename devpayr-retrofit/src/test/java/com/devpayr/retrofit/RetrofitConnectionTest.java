package com.devpayr.retrofit;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.ConnectionContract;

/** Proxies and TLS over blocking Retrofit. */
class RetrofitConnectionTest extends ConnectionContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return RetrofitDevPayr.create(config);
    }
}
