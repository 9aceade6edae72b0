package com.devpayr.jackson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.ConfigurationException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedInjectablesTest {
    private static final InjectableCrypto CRYPTO = InjectableCrypto.create(Secret.of("a-shared-secret"));

    private final ForwardedInjectables forwarded = ForwardedInjectables.create();

    private static String row(String slug) {
        var payload = CRYPTO.encrypt("hello".getBytes(UTF_8));
        return """
                {"slug": "%s", "type": "html", "mode": "replace", "encrypted_content": "%s", "target_path": "a.html", \
                "signature": "%s", "meta": [], "unknown": {"x": [1]}}""".formatted(slug, payload.value(), CRYPTO.sign(payload));
    }

    private static String body(String... rows) {
        return "{\"injectables\": [" + String.join(", ", rows) + "]}";
    }

    @Test
    void readsTextBytesAndStreams() throws IOException {
        String body = body(row("banner"), row("footer"));

        List<DeliveredInjectable> injectables = forwarded.read(body);

        assertThat(injectables).extracting(DeliveredInjectable::slug).containsExactly("banner", "footer");
        assertThat(injectables.get(0).mode()).isEqualTo(InjectableMode.REPLACE);
        assertThat(CRYPTO.open(injectables.get(0))).isEqualTo("hello".getBytes(UTF_8));
        assertThat(forwarded.read(body.getBytes(UTF_8))).isEqualTo(injectables);
        assertThat(forwarded.read(new ByteArrayInputStream(body.getBytes(UTF_8))))
                .isEqualTo(injectables);
    }

    @Test
    void ignoresTheOtherFieldsOfTheStreamsResponse() {
        assertThat(forwarded.read("{\"next_cursor\": null, \"injectables\": [], \"has_more\": false}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"injectables\": null}",
                "{\"injectables\": {}}",
                "{\"injectables\": [1]}",
                "{\"injectables\": [null]}",
                "{\"injectables\": [{\"slug\": \"canary\"}]}",
                "{\"injectables\": [{\"slug\": [\"canary\"], \"type\": \"html\", \"mode\": \"write\"}]}",
                "{\"injectables\": []} {\"canary\": 1}",
                "{\"injectables\": [], \"injectables\": []}"
            })
    void rejectsOtherBodiesWithoutRepeatingThem(String body) {
        assertThatThrownBy(() -> forwarded.read(body))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("body is not valid: ")
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    @Test
    void rejectsInvalidUtf8() {
        byte[] body = body("{\"slug\": \"_\"}").getBytes(UTF_8);
        body[body.length - 5] = (byte) 0xff;

        assertThatThrownBy(() -> forwarded.read(body)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void rejectsALargeBody() {
        String body = body();

        assertThat(forwarded.withMaxBytes(body.length()).read(body)).isEmpty();
        assertThatThrownBy(() -> forwarded.withMaxBytes(body.length() - 1).read(body))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("more than " + (body.length() - 1) + " bytes");
        assertThat(forwarded.maxBytes()).isEqualTo(16 * 1024 * 1024);
        assertThat(forwarded.withMaxBytes(1).maxBytes()).isEqualTo(1);
        assertThatThrownBy(() -> forwarded.withMaxBytes(0)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void passesOnABrokenConnection() {
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> forwarded.read(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }
}
