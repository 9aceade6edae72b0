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
                        "DevPayr emulator at http://127.0.0.1:",
                        "created project \"Acme Photos\"",
                        "assigned domain photos.example.com",
                        "issued a license for Jane Doe: LicenseKey[****]",
                        "uploaded injectable \"welcome\"",
                        "denied (unpaid): the application does not run. This application has not been paid for.",
                        "marked the project as paid",
                        "licensed (FRESH): the application runs",
                        "decrypted \"welcome\": Welcome back, Jane!",
                        "connection is down; two hours later",
                        "licensed (GRACE): the application runs",
                        "The connection is restored",
                        "licensed (FRESH): the application runs",
                        "revoked the license of Jane Doe",
                        "denied (revoked): the application does not run.",
                        "Message from DevPayr: This license has been revoked.",
                        "The connection is down again",
                        "denied (revoked): the application does not run.",
                        "DevPayr received 11 requests.")
                .doesNotContain("the vendor's secret");
    }
}
