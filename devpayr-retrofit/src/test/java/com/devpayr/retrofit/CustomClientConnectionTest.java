package com.devpayr.retrofit;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.ProxyAndTlsContract;
import okhttp3.OkHttpClient;

/** Proxies and TLS of the configuration with an OkHttp client of the application. */
class CustomClientConnectionTest extends ProxyAndTlsContract {
    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return RetrofitDevPayr.builder(config).client(new OkHttpClient()).build();
    }
}
