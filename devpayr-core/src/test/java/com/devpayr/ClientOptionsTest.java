package com.devpayr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.call.AsyncCallInterceptor.AsyncCall;
import com.devpayr.call.CallInterceptor.Call;
import com.devpayr.call.CallOptions;
import com.devpayr.error.ConfigurationException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.operation.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The options of the calls of a client, in each style. */
class ClientOptionsTest {
    private static final List<Object> ARGUMENTS = List.of(7L, 8L);
    private static final CallOptions DOMAIN =
            CallOptions.builder().domain("acme.example.com").build();
    private static final CallOptions TIMEOUT =
            CallOptions.builder().timeout(Duration.ofSeconds(2)).build();

    private final FakeTransport blocking = new FakeTransport((operation, arguments) -> null);
    private final FakeTransport async =
            new FakeTransport((operation, arguments) -> CompletableFuture.completedFuture(null));

    private static void assertHasBoth(CallOptions options) {
        assertThat(options.domain()).isEqualTo("acme.example.com");
        assertThat(options.timeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void transportReceivesTheOptionsOfTheClient() {
        DevPayr client = blocking.client();
        AsyncDevPayr asyncClient = async.asyncClient();
        client.withOptions(DOMAIN).with(Call::proceed).withOptions(TIMEOUT).call(Operation.LICENSE_REVOKE, ARGUMENTS);
        client.call(Operation.LICENSE_REVOKE, ARGUMENTS);
        asyncClient
                .withOptions(DOMAIN)
                .with(AsyncCall::proceed)
                .withOptions(TIMEOUT)
                .call(Operation.LICENSE_REVOKE, ARGUMENTS)
                .join();
        asyncClient.call(Operation.LICENSE_REVOKE, ARGUMENTS).join();

        assertHasBoth(blocking.options().get(0));
        assertThat(blocking.options().get(1).isEmpty()).isTrue();
        assertHasBoth(async.options().get(0));
        assertThat(async.options().get(1).isEmpty()).isTrue();
    }

    @Test
    void adaptedClientKeepsItsOptions() {
        AsyncDevPayr overBlocking =
                blocking.client().withOptions(DOMAIN).async(Runnable::run).withOptions(TIMEOUT);
        DevPayr overAsync = async.asyncClient().withOptions(DOMAIN).blocking().withOptions(TIMEOUT);

        overBlocking.call(Operation.LICENSE_REVOKE, ARGUMENTS).join();
        overAsync.call(Operation.LICENSE_REVOKE, ARGUMENTS);

        assertHasBoth(blocking.options().get(0));
        assertHasBoth(async.options().get(0));
        assertHasBoth(overBlocking.options());
        assertHasBoth(overAsync.options());
    }

    @Test
    void optionsOfTheAdapterWinOverThoseOfTheAdaptedClient() {
        CallOptions other = CallOptions.builder().domain("other.example.com").build();

        async.asyncClient().withOptions(DOMAIN).blocking().withOptions(other).call(Operation.LICENSE_REVOKE, ARGUMENTS);

        assertThat(async.options().get(0).domain()).isEqualTo("other.example.com");
    }

    @Test
    void interceptorsOfBothLayersSeeTheSameOptions() {
        List<CallOptions> seen = new ArrayList<>();
        async.asyncClient()
                .with(call -> {
                    seen.add(call.options());
                    return call.proceed();
                })
                .blocking()
                .with(call -> {
                    seen.add(call.options());
                    return call.proceed();
                })
                .withOptions(DOMAIN)
                .call(Operation.LICENSE_REVOKE, ARGUMENTS);

        assertThat(seen).hasSize(2).allSatisfy(options -> assertThat(options.domain())
                .isEqualTo("acme.example.com"));
    }

    /** A lease is bound to the license key and domain of the configuration, so that it would confirm another license. */
    @Test
    void guardRejectsAClientWithAnotherIdentity() {
        CallOptions license =
                CallOptions.builder().licenseKey("another-license-key").build();

        for (CallOptions options : List.of(DOMAIN, license)) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> LicenseGuard.builder(blocking.client().withOptions(options)))
                    .withMessageContaining("DevPayrConfig");
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> LicenseGuard.builder(async.asyncClient().withOptions(options)));
        }
        assertThat(LicenseGuard.builder(blocking.client().withOptions(TIMEOUT))).isNotNull();
    }
}
