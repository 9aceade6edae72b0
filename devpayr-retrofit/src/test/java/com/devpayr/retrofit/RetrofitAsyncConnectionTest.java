package com.devpayr.retrofit;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.ProxyAndTlsContract;

/** Proxies and TLS over asynchronous Retrofit. */
class RetrofitAsyncConnectionTest extends ProxyAndTlsContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return RetrofitDevPayr.createAsync(config).blocking();
    }
}
