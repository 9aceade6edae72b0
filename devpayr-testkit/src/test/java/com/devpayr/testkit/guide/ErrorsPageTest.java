package com.devpayr.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page on errors says of wrong and missing keys what the platform does. */
class ErrorsPageTest {
    @Test
    void thePageNamesStatusAndMessageOfAMissingAndAWrongKey() throws Exception {
        String page = Files.readString(Path.of("../docs/errors.md"));
        try (DevPayrEmulator emulator = DevPayrEmulator.start(InMemoryDevPayr.create())) {
            assertThat(page).contains("| " + response(emulator, null));
            assertThat(page).contains("| " + response(emulator, "wrong"));
        }
    }

    /** Returns status and message as the page writes them. */
    private static String response(DevPayrEmulator emulator, @Nullable String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "projects"));
        if (key != null) {
            request.header("X-API-KEY", key);
        }
        var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        String message = response.body().replaceAll("(?s).*\"message\"\\s*:\\s*\"([^\"]*)\".*", "$1");
        return response.statusCode() + " `" + message + "`";
    }
}
