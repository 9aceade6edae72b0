package com.devpayr.testkit.console;

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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium of this machine, driven by its own protocol: one page, as its user sees it. For other modules' tests too. */
public final class Chromium {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int SECONDS = 60;
    private static final String LISTENING = "DevTools listening on ws://";

    private final Process process;
    private final Page page = new Page();
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();

    /** Where it is installed, if it is. */
    public static Optional<Path> installed() {
        return Stream.of(requireNonNull(System.getenv("PATH")).split(File.pathSeparator, -1))
                .flatMap(directory -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(Path.of(directory)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it, with an empty folder for what it keeps. */
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

    private String debugger() throws IOException {
        BufferedReader errors = process.errorReader(UTF_8);
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(LISTENING)) {
                Thread drain = new Thread(() -> errors.lines().forEach(ignored -> {}), "chromium-errors");
                drain.setDaemon(true);
                drain.start();
                return line.substring(LISTENING.length()).replaceAll("/.*", "");
            }
        }
        throw new IOException("Chromium ended without listening");
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

    /** What the protocol's method answers. */
    JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = page.expect(id);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true);
        return answer.get(SECONDS, TimeUnit.SECONDS);
    }

    /** Goes to an address; does not wait for it. */
    public void open(String url) throws Exception {
        send("Page.navigate", Map.of("url", url));
    }

    /** The value of an expression, of a promise's result when it is one. */
    public JsonNode evaluate(String expression) throws Exception {
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** An expression's value as text. */
    public String text(String expression) throws Exception {
        return evaluate(expression).asString("");
    }

    /** Waits in the page itself, until an expression is true there. */
    public void await(String condition) throws Exception {
        evaluate("""
                new Promise((resolve, reject) => {
                  const timer = setInterval(() => {
                    try { if (%s) { clearInterval(timer); resolve(true); } } catch (notYet) { }
                  }, 20);
                  setTimeout(() => { clearInterval(timer); reject(new Error('never came: ' + document.body.innerText)); }, 20000);
                })""".formatted(condition));
    }

    void type(String text) throws Exception {
        send("Input.insertText", Map.of("text", text));
    }

    void press(String key, int code, String text) throws Exception {
        Map<String, Object> event =
                Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code, "text", text);
        send("Input.dispatchKeyEvent", event);
        send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
    }

    void pressEnter() throws Exception {
        press("Enter", 13, "\r");
    }

    /** Sets the size of the window. */
    public void resize(int width, int height) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Sets what the reader prefers: light or dark. */
    public void prefer(String colorScheme) throws Exception {
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme))));
    }

    /** The whole page as PNG. */
    public byte[] screenshot() throws Exception {
        JsonNode image = send("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        return Base64.getDecoder().decode(image.path("data").asString());
    }

    /** Exceptions and complaints of the page so far, those of its content security policy included. */
    public List<String> complaints() {
        return page.complaints;
    }

    /** Ends it. */
    public void quit() {
        socket.abort();
        process.destroy();
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    private static final class Page implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> expected = new ConcurrentHashMap<>();
        private final List<String> complaints = new CopyOnWriteArrayList<>();
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
                CompletableFuture<JsonNode> answer = expect(received.path("id").asInt());
                if (received.has("error")) {
                    answer.completeExceptionally(
                            new AssertionError(received.path("error").toString()));
                } else {
                    answer.complete(received.path("result"));
                }
            } else if (isComplaint(received)) {
                complaints.add(received.path("params").toString());
            }
        }

        private static boolean isComplaint(JsonNode event) {
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
