package com.example.devpayr;

import com.devpayr.AsyncDevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.jackson.HttpDevPayr;
import com.devpayr.testkit.contract.AsyncContract;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/**
 * The contract of asynchronous clients over {@link JdkTransport}. Its callbacks must not block: from Java 25 on, the JDK's client
 * completes its futures in the common pool, which has a single thread on two processors.
 */
class JdkTransportAsyncTest extends AsyncContract {
    @Override
    protected AsyncDevPayr createClient(DevPayrConfig config) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .build();
        return HttpDevPayr.createAsync(config, new JdkTransport(config, client));
    }

    @Override
    @Test
    @Disabled("the callbacks of this transport must not block")
    public void callbacksMayBlock() {}
}
