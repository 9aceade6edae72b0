package com.devpayr.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFrameTest {
    private static String whole(MultipartEnvelope frame, String content) {
        return new String(frame.head(), UTF_8) + content + new String(frame.tail(), UTF_8);
    }

    private static String boundary(MultipartEnvelope frame) {
        return frame.contentType().substring("multipart/form-data; boundary=".length());
    }

    @Test
    void theFileComesLastAndTheFieldsInOrder() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", "Löwe");
        fields.put("is_active", "1");
        MultipartEnvelope frame = MultipartEnvelope.around(fields, "file", "logo.png");

        assertThat(whole(frame, "bytes"))
                .isEqualTo(String.join(
                                "\r\n",
                                "--B",
                                "Content-Disposition: form-data; name=\"title\"",
                                "",
                                "Löwe",
                                "--B",
                                "Content-Disposition: form-data; name=\"is_active\"",
                                "",
                                "1",
                                "--B",
                                "Content-Disposition: form-data; name=\"file\"; filename=\"logo.png\"",
                                "Content-Type: application/octet-stream",
                                "",
                                "bytes",
                                "--B--",
                                "")
                        .replace("--B", "--" + boundary(frame)));
    }

    @Test
    void aFileNameCannotEndItsQuotesOrItsLine() {
        MultipartEnvelope frame = MultipartEnvelope.around(Map.of(), "file", "a\".png\r\nX-Evil: 1");

        assertThat(new String(frame.head(), UTF_8)).contains("filename=\"a%22.png%0D%0AX-Evil: 1\"\r\n");
    }

    @Test
    void everyFrameHasABoundaryOfItsOwn() {
        assertThat(boundary(MultipartEnvelope.around(Map.of(), "file", "a")))
                .isNotEqualTo(boundary(MultipartEnvelope.around(Map.of(), "file", "a")));
    }
}
