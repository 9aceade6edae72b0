package com.devpayr.resilience4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.TransportException;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import com.devpayr.testkit.fault.TestAuthority;
import com.devpayr.vertx.VertxDevPayr;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests clients without TLS settings, which use those of the JDK: in a JVM of their own, whose trust store is a test's. */
class DefaultTrustTest {
    private final TestAuthority authority = TestAuthority.create();

    @Test
    void clientsTrustTheAuthoritiesOfTheJdkAndVerifyTheHostName(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("trusted.p12");
        save(store);
        try (FaultServer own = server("127.0.0.1");
                FaultServer other = server("elsewhere.example.com")) {
            assertThat(run(store, own.baseUrl(), other.baseUrl()))
                    .containsExactly(
                            "feign connected",
                            "retrofit connected",
                            "vertx connected",
                            "feign CONNECT",
                            "retrofit CONNECT",
                            "vertx CONNECT");
        }
    }

    private void save(Path store) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(store)) {
            authority.trustStore().store(out, TestAuthority.PASSWORD.toCharArray());
        }
    }

    private FaultServer server(String name) {
        FaultServer server = FaultServer.startTls(authority.context(authority.keyStore(name)));
        server.setFault(Faults.response(200, "", "{\"data\":{\"id\":1,\"name\":\"A\",\"slug\":\"a\"}}"));
        return server;
    }

    private static List<String> run(Path store, String... baseUrls) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djavax.net.ssl.trustStore=" + store,
                "-Djavax.net.ssl.trustStorePassword=" + TestAuthority.PASSWORD,
                "-cp",
                System.getProperty("java.class.path"),
                Clients.class.getName()));
        command.addAll(List.of(baseUrls));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // reading its output cannot be interrupted, but ends with the process
        CompletableFuture.delayedExecutor(100, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try (BufferedReader output = process.inputReader(UTF_8)) {
            return output.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Calls servers over each transport, and prints the results. */
    static final class Clients {
        private Clients() {}

        public static void main(String[] arguments) {
            Map<String, Function<DevPayrConfig, DevPayr>> transports = new LinkedHashMap<>();
            transports.put("feign", FeignDevPayr::create);
            transports.put("retrofit", RetrofitDevPayr::create);
            transports.put("vertx", config -> VertxDevPayr.create(config).blocking());
            for (String baseUrl : arguments) {
                DevPayrConfig config = DevPayrConfig.builder()
                        .apiKey("an-api-key")
                        .domain("shop.example.com")
                        .baseUrl(baseUrl)
                        .build();
                transports.forEach((name, transport) -> {
                    try (DevPayr devpayr = transport.apply(config)) {
                        System.out.println(name + " " + resultOf(devpayr));
                    }
                });
            }
        }

        private static String resultOf(DevPayr devpayr) {
            try {
                devpayr.projects().get(1);
                return "connected";
            } catch (TransportException failure) {
                return failure.kind().toString();
            }
        }
    }
}
