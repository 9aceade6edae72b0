package com.devpayr.injectable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.devpayr.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that OpenSSL's command line decrypts the library's ciphertext, and the reverse. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OpenSslInteropTest {
    private static final String SECRET = "schlüssel-密钥";
    private static final byte[] PLAINTEXT =
            "Lizenz gültig — 许可证 ✓\r\n".repeat(500).getBytes(StandardCharsets.UTF_8);

    private final InjectableCrypto crypto = InjectableCrypto.create(Secret.of(SECRET));
    private final String key = InjectableCrypto.hash(SECRET.getBytes(StandardCharsets.UTF_8));

    @BeforeAll
    static void skipWithoutOpenSsl() {
        assumeTrue(openSslIsInstalled(), "the openssl command is not installed");
    }

    @Test
    void openSslDecryptsOurCiphertext() throws Exception {
        byte[] whole = Base64.getDecoder().decode(crypto.encrypt(PLAINTEXT).value());
        String iv = HexFormat.of().formatHex(whole, 0, 16);
        byte[] ciphertext = Base64.getDecoder().decode(Arrays.copyOfRange(whole, 18, whole.length));

        assertThat(openSsl(ciphertext, "enc", "-d", "-aes-256-cbc", "-K", key, "-iv", iv))
                .isEqualTo(PLAINTEXT);
    }

    @Test
    void opensCiphertextOfOpenSsl() throws Exception {
        String iv = "3a3a3a8965bfd47da8b6edcd28e98e0e";
        byte[] ciphertext = openSsl(PLAINTEXT, "enc", "-aes-256-cbc", "-K", key, "-iv", iv);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(HexFormat.of().parseHex(iv));
        whole.write(new byte[] {':', ':'});
        whole.write(Base64.getEncoder().encode(ciphertext));
        EncryptedContent payload = new EncryptedContent(Base64.getEncoder().encodeToString(whole.toByteArray()));

        assertThat(crypto.open(CryptoVectors.delivered(payload, hmac(payload)))).isEqualTo(PLAINTEXT);
    }

    private static String hmac(EncryptedContent payload) throws Exception {
        String macKey = "hexkey:" + HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8));
        byte[] message = payload.value().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of()
                .formatHex(openSsl(message, "dgst", "-sha256", "-mac", "HMAC", "-macopt", macKey, "-binary"));
    }

    private static byte[] openSsl(byte[] input, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "openssl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        }
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).as("exit code of openssl").isZero();
        return output;
    }

    private static boolean openSslIsInstalled() {
        try {
            return new ProcessBuilder("openssl", "version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
