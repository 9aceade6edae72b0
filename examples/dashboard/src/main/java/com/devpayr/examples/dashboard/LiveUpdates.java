package com.devpayr.examples.dashboard;

import com.devpayr.webhook.WebhookEvent;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.session.SessionDestroyedEvent;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;
import org.springframework.web.util.HtmlUtils;

/** Tells open pages about the changes that DevPayr reports by webhooks, with server-sent events. */
@Controller
class LiveUpdates {
    private static final long NO_TIMEOUT = 0;
    private static final List<String> NAMES = List.of("title", "domain", "name"); // of a license, domain, project

    private final Map<SseEmitter, String> sessions = new ConcurrentHashMap<>();

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter connect(HttpSession session) {
        SseEmitter page = new SseEmitter(NO_TIMEOUT);
        page.onCompletion(() -> sessions.remove(page));
        sessions.put(page, session.getId());
        send(page, SseEmitter.event().comment("connected"));
        return page;
    }

    // <live>
    @Async // a slow browser must not delay the response to DevPayr
    @EventListener
    void on(WebhookEvent event) {
        String text = HtmlUtils.htmlEscape(describe(event)); // htmx inserts it as HTML
        sessions.keySet()
                .forEach(page -> send(page, SseEmitter.event().name("change").data(text)));
    }
    // </live>

    /** Returns a text such as {@code License revoked: Jane Doe}. */
    private static String describe(WebhookEvent event) {
        String type = StringUtils.capitalize(event.type().value().replace('.', ' '));
        return NAMES.stream()
                .map(event.data()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(name -> type + ": " + name)
                .orElse(type);
    }

    /** Keeps proxies from closing idle connections, and detects closed ones. */
    @Scheduled(fixedRate = 20, timeUnit = TimeUnit.SECONDS)
    void keepAlive() {
        sessions.keySet().forEach(page -> send(page, SseEmitter.event().comment("")));
    }

    @EventListener
    void on(SessionDestroyedEvent ended) {
        sessions.forEach((page, session) -> {
            if (session.equals(ended.getId())) {
                page.complete();
            }
        });
    }

    /** Ends all connections, which would delay the shutdown. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        sessions.keySet().forEach(SseEmitter::complete);
    }

    private void send(SseEmitter page, SseEventBuilder event) {
        try {
            page.send(event);
        } catch (IOException | IllegalStateException closed) {
            sessions.remove(page);
        }
    }
}
