package com.devpayr.testkit.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.testkit.internal.http.ConnectionThread;
import com.devpayr.testkit.internal.http.RequestHead;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy on a free port of the loopback interface that supports {@code CONNECT} only. All tunnels lead to one port,
 * whatever host they are for, so that a test can use a host that does not exist.
 */
final class ConnectProxy implements AutoCloseable {
    private static final String UNAUTHORIZED =
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"";

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String credentials;
    private volatile String refusal = "";

    private ConnectProxy(int target) throws IOException {
        this.target = target;
    }

    /** Starts a proxy whose tunnels lead to a port of the loopback interface. */
    static ConnectProxy start(int target) throws IOException {
        ConnectProxy proxy = new ConnectProxy(target);
        run(proxy::accept);
        return proxy;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Requires credentials from now on. */
    void requireCredentials(String username, String password) {
        credentials = "Basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(UTF_8));
    }

    /** Refuses all tunnels with a status line from now on. */
    void refuse(String statusLine) {
        refusal = statusLine;
    }

    /** Returns all that the proxy could read: the heads of the requests. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            open.add(client);
            run(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            String head = RequestHead.read(client.getInputStream());
            while (!head.isEmpty()) {
                requests.add(head);
                if (!refusal.isEmpty()) {
                    respond(client, refusal + "\r\nContent-Length: 0\r\n\r\n");
                } else if (!isAuthorized(head)) {
                    respond(client, UNAUTHORIZED + "\r\nContent-Length: 0\r\n\r\n");
                } else {
                    tunnel(client);
                    return;
                }
                head = RequestHead.read(client.getInputStream());
            }
        } finally {
            open.remove(client);
        }
    }

    private boolean isAuthorized(String head) {
        String required = credentials;
        return required == null
                || head.lines()
                        .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("proxy-authorization:")
                                && line.substring(line.indexOf(':') + 1).strip().equals(required));
    }

    private void tunnel(Socket client) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(server);
            respond(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            run(() -> copy(server, client));
            copy(client, server);
            open.remove(server);
        }
    }

    private static void copy(Socket from, Socket to) throws IOException {
        from.getInputStream().transferTo(to.getOutputStream());
        to.shutdownOutput();
    }

    private static void respond(Socket client, String head) throws IOException {
        client.getOutputStream().write(head.getBytes(ISO_8859_1));
    }

    private static void run(ConnectionThread.Task task) {
        ConnectionThread.start("devpayr-connect-proxy", task);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
