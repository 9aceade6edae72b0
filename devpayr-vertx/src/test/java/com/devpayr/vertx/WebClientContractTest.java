package com.devpayr.vertx;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.contract.EmulatedContract;
import io.vertx.core.Vertx;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.client.WebClientSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract over a Web Client of the application, which keeps cookies, follows redirects and decompresses. */
class WebClientContractTest extends EmulatedContract {
    private static Vertx vertx;
    private static WebClient webClient;

    @BeforeAll
    static void createWebClient() {
        vertx = Vertx.vertx();
        webClient = WebClientSession.create(WebClient.create(
                vertx,
                new WebClientOptions()
                        .setFollowRedirects(true)
                        .setDecompressionSupported(true)
                        .setConnectTimeout(1000) // the client's own applies
                        .setUserAgent("the application"),
                new PoolOptions().setHttp1MaxSize(16))); // the contract makes 12 calls at a time; 5 is the default
    }

    @AfterAll
    static void closeVertx() throws Exception {
        EventLoopTest.get(vertx.close());
    }

    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        return VertxDevPayr.builder(config)
                .vertx(vertx)
                .webClient(webClient)
                .build()
                .blocking();
    }
}
