package com.devpayr.spring.webhook.reactive;

import com.devpayr.error.WebhookRejectedException;
import com.devpayr.error.WebhookRejectedException.Reason;
import com.devpayr.spring.webhook.WebhookProcessor;
import java.io.InputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A handler for deliveries. Event listeners may block, so they do not run on an event loop. */
final class ReactiveWebhookHandler implements HandlerFunction<ServerResponse> {
    private final WebhookProcessor processor;

    ReactiveWebhookHandler(WebhookProcessor processor) {
        this.processor = processor;
    }

    @Override
    public Mono<ServerResponse> handle(ServerRequest request) {
        return DataBufferUtils.join(request.body(BodyExtractors.toDataBuffers()), processor.maxBodyBytes())
                .defaultIfEmpty(DefaultDataBufferFactory.sharedInstance.wrap(new byte[0]))
                .publishOn(Schedulers.boundedElastic())
                .flatMap(body -> Mono.fromCallable(() -> process(request, body)))
                .onErrorResume(DataBufferLimitException.class, tooLarge -> Mono.just(responseTooLarge()))
                .flatMap(ReactiveWebhookHandler::write);
    }

    private WebhookProcessor.Response process(ServerRequest request, DataBuffer body) throws Exception {
        try (InputStream stream = body.asInputStream(true)) {
            return processor.process(request.headers()::firstHeader, stream);
        }
    }

    private WebhookProcessor.Response responseTooLarge() {
        return processor.responseTo(new WebhookRejectedException(
                Reason.TOO_LARGE,
                "is larger than " + processor.maxBodyBytes() + " bytes, which is the configured limit"));
    }

    private static Mono<ServerResponse> write(WebhookProcessor.Response response) {
        ServerResponse.BodyBuilder builder = ServerResponse.status(response.status());
        return response.text().isEmpty()
                ? builder.build()
                : builder.contentType(MediaType.TEXT_PLAIN).bodyValue(response.text());
    }
}
