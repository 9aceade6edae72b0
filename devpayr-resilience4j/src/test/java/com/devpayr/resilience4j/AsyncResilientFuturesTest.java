package com.devpayr.resilience4j;

import com.devpayr.AsyncDevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.testkit.contract.AsyncContract;

/** The contract of the futures of a decorated asynchronous Retrofit client that makes one attempt and limits no calls. */
class AsyncResilientFuturesTest extends AsyncContract {
    @Override
    protected AsyncDevPayr createClient(DevPayrConfig config) {
        return Resilience.builder()
                .disableRetry()
                .disableBulkhead()
                .build()
                .decorate(RetrofitDevPayr.createAsync(config));
    }
}
