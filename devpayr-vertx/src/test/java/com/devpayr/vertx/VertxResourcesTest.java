package com.devpayr.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import io.vertx.core.http.HttpClientOptions;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** Tests the options of the HTTP client. */
class VertxResourcesTest {
    @Test
    void connectTimeoutOverridesTheOptions() {
        HttpClientOptions options = new HttpClientOptions().setConnectTimeout(55_000);
        DevPayrConfig config = DevPayrConfig.builder()
                .domain("shop.example.com")
                .connectTimeout(Duration.ofMillis(200))
                .build();

        assertThat(VertxResources.effective(options, config).getConnectTimeout())
                .isEqualTo(200);
        assertThat(options.getConnectTimeout()).isEqualTo(55_000);
    }

    /** Netty's log of the activity contains the credentials. */
    @Test
    void activityIsNotLoggedInAnyCase() {
        HttpClientOptions logged = new HttpClientOptions().setLogActivity(true);
        DevPayrConfig config =
                DevPayrConfig.builder().domain("shop.example.com").build();

        assertThat(VertxResources.effective(logged, config).getLogActivity()).isFalse();
    }

    @Test
    void configuredTlsVerifiesHostNamesInAnyCase() throws NoSuchAlgorithmException {
        HttpClientOptions lenient = new HttpClientOptions().setVerifyHost(false);
        DevPayrConfig config = DevPayrConfig.builder()
                .domain("shop.example.com")
                .sslContext(SSLContext.getDefault())
                .build();

        assertThat(VertxResources.effective(lenient, config).isVerifyHost()).isTrue();
        assertThat(VertxResources.effective(
                                lenient,
                                DevPayrConfig.builder()
                                        .domain("shop.example.com")
                                        .build())
                        .isVerifyHost())
                .isFalse();
    }
}
