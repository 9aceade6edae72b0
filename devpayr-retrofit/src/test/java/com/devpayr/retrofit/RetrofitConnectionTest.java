package com.devpayr.retrofit;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.ProxyAndTlsContract;

/** Proxies and TLS over blocking Retrofit. */
class RetrofitConnectionTest extends ProxyAndTlsContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return RetrofitDevPayr.create(config);
    }
}
