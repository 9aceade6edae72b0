package com.devpayr.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuickStartTest {
    @Test
    void tellsTheWholeStoryInOrderAndNoSecret() {
        ByteArrayOutputStream transcript = new ByteArrayOutputStream();

        QuickStart.tell(new PrintStream(transcript, true, StandardCharsets.UTF_8));

        assertThat(transcript.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "DevPayr, emulated at http://127.0.0.1:",
                        "created the project \"Acme Photos\"",
                        "assigned the domain photos.example.com",
                        "issued a license to Jane Doe: LicenseKey[****]",
                        "uploaded the injectable \"welcome\"",
                        "not paid for",
                        "marked it paid",
                        "licensed: it runs",
                        "decrypted \"welcome\": Welcome back, Jane!",
                        "revoked the license of Jane Doe",
                        "refused: This license has been revoked.",
                        "10 requests reached DevPayr.")
                .doesNotContain("a secret of the vendor's");
    }
}
