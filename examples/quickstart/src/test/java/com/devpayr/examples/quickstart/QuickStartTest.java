package com.devpayr.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuickStartTest {
    @Test
    void printsEveryStepInOrderWithoutSecrets() {
        ByteArrayOutputStream transcript = new ByteArrayOutputStream();

        QuickStart.run(new PrintStream(transcript, true, StandardCharsets.UTF_8));

        assertThat(transcript.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "DevPayr, emulated at http://127.0.0.1:",
                        "created the project \"Acme Photos\"",
                        "assigned the domain photos.example.com",
                        "issued a license to Jane Doe: LicenseKey[****]",
                        "uploaded the injectable \"welcome\"",
                        "denied (unpaid): it does not run. This application has not been paid for.",
                        "marked it paid",
                        "licensed (FRESH): it runs",
                        "decrypted \"welcome\": Welcome back, Jane!",
                        "cable is cut; two hours later",
                        "licensed (GRACE): it runs",
                        "The cable is mended",
                        "licensed (FRESH): it runs",
                        "revoked the license of Jane Doe",
                        "denied (revoked): it does not run.",
                        "Message from DevPayr: This license has been revoked.",
                        "The cable is cut again",
                        "denied (revoked): it does not run.",
                        "11 requests reached DevPayr.")
                .doesNotContain("a secret of the vendor's");
    }
}
