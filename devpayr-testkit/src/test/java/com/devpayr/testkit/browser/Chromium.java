package com.devpayr.testkit.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page in a headless Chromium, controlled by the DevTools protocol. Also used by tests of other modules. */
public final class Chromium {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int SECONDS = 60;
    private static final int MAX_NAVIGATIONS = 10;
    private static final String POLL = """
            new Promise((resolve, reject) => {
              const timer = setInterval(() => {
                try { if (%s) { clearInterval(timer); resolve(true); } } catch (ignored) { }
              }, 20);
              setTimeout(() => { clearInterval(timer); reject(new Error('timed out: ' + document.body.innerText)); }, 20000);
            })""";
    private static final String LISTENING = "DevTools listening on ws://";

    private final Process process;
    private final Page page = new Page();
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();

    /** Returns the installed browser, if any. */
    public static Optional<Path> installed() {
        return Stream.of(requireNonNull(System.getenv("PATH")).split(File.pathSeparator, -1))
                .flatMap(directory -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(Path.of(directory)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts the browser with an empty profile directory. */
    public Chromium(Path program, Path profile) throws Exception {
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        socket =
                HTTP.newWebSocketBuilder().buildAsync(pageUrl(debugger()), page).get(SECONDS, TimeUnit.SECONDS);
        send("Page.enable", Map.of());
        send("Runtime.enable", Map.of());
        send("Log.enable", Map.of());
        send("Emulation.setScrollbarsHidden", Map.of("hidden", true));
    }

    private String debugger() throws Exception {
        try {
            return CompletableFuture.supplyAsync(this::readDebugger).get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException timeout) {
            process.destroyForcibly();
            throw new AssertionError("Chromium does not listen after " + SECONDS + " s", timeout);
        }
    }

    private String readDebugger() {
        BufferedReader errors = process.errorReader(UTF_8);
        String line = errors.lines()
                .filter(message -> message.startsWith(LISTENING))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium ended without listening"));
        Thread drain = new Thread(() -> errors.lines().forEach(ignored -> {}), "chromium-errors");
        drain.setDaemon(true);
        drain.start();
        return line.substring(LISTENING.length()).replaceAll("/.*", "");
    }

    private static URI pageUrl(String debugger) throws IOException, InterruptedException {
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://" + debugger + "/json/list"))
                .build();
        for (JsonNode target :
                JSON.readTree(HTTP.send(list, BodyHandlers.ofString()).body())) {
            if (target.path("type").asString().equals("page")) {
                return URI.create(target.path("webSocketDebuggerUrl").asString());
            }
        }
        throw new IOException("Chromium has no page");
    }

    /** Calls a method of the DevTools protocol and returns its result. */
    private JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> result = page.expect(id);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true);
        return result.get(SECONDS, TimeUnit.SECONDS);
    }

    /** Navigates to a URL without waiting for it to load. */
    public void open(String url) throws Exception {
        send("Page.navigate", Map.of("url", url));
    }

    /** Evaluates an expression, awaiting its result if it is a promise. */
    public JsonNode evaluate(String expression) throws Exception {
        JsonNode result =
                send("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    /** Evaluates an expression to a string. */
    public String text(String expression) throws Exception {
        return evaluate(expression).asString("");
    }

    /** Waits until an expression is true in the page, or in the one that it navigates to. */
    public void await(String condition) throws Exception {
        for (int navigations = 0; navigations < MAX_NAVIGATIONS; navigations++) {
            try {
                evaluate(POLL.formatted(condition));
                return;
            } catch (ExecutionException failure) {
                if (!String.valueOf(failure.getMessage()).matches(".*(navigated|context).*")) {
                    throw failure;
                }
            }
        }
        throw new AssertionError("the page does not stop to navigate");
    }

    /** Inserts text at the cursor. */
    public void type(String text) throws Exception {
        send("Input.insertText", Map.of("text", text));
    }

    /** Presses and releases the Enter key. */
    public void pressEnter() throws Exception {
        press("Enter", 13, "\r");
    }

    /** Presses and releases the Tab key, which moves the focus. */
    public void pressTab() throws Exception {
        press("Tab", 9, "");
    }

    private void press(String key, int code, String text) throws Exception {
        Map<String, Object> event = Map.of(
                "type",
                text.isEmpty() ? "rawKeyDown" : "keyDown",
                "key",
                key,
                "code",
                key,
                "windowsVirtualKeyCode",
                code,
                "text",
                text);
        send("Input.dispatchKeyEvent", event);
        send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
    }

    /** Sets the size of the window. */
    public void resize(int width, int height) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Sets the preferred color scheme: {@code light} or {@code dark}. */
    public void prefer(String colorScheme) throws Exception {
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme))));
    }

    /** Returns a screenshot of the whole page as PNG. */
    public byte[] screenshot() throws Exception {
        JsonNode image = send("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        return Base64.getDecoder().decode(image.path("data").asString());
    }

    /** Returns the errors of the page so far, including violations of its content security policy. */
    public List<String> errors() {
        return page.errors;
    }

    /** Stops the browser. */
    public void quit() {
        socket.abort();
        process.destroy();
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    private static final class Page implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> expected = new ConcurrentHashMap<>();
        private final List<String> errors = new CopyOnWriteArrayList<>();
        private final StringBuilder message = new StringBuilder();

        CompletableFuture<JsonNode> expect(int id) {
            return expected.computeIfAbsent(id, unseen -> new CompletableFuture<>());
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                receive(JSON.readTree(message.toString()));
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void receive(JsonNode received) {
            if (received.has("id")) {
                CompletableFuture<JsonNode> result = expect(received.path("id").asInt());
                if (received.has("error")) {
                    result.completeExceptionally(
                            new AssertionError(received.path("error").toString()));
                } else {
                    result.complete(received.path("result"));
                }
            } else if (isError(received)) {
                errors.add(received.path("params").toString());
            }
        }

        private static boolean isError(JsonNode event) {
            String method = event.path("method").asString("");
            return method.equals("Runtime.exceptionThrown")
                    || (method.equals("Log.entryAdded")
                            && event.path("params")
                                    .path("entry")
                                    .path("level")
                                    .asString("")
                                    .equals("error"));
        }
    }
}
