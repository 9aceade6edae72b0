package com.devpayr.examples.billing;

import com.devpayr.error.DevPayrException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Webhook for events of the payment provider. Responds with 204 after an event was processed. After any other status the provider
 * delivers the event again, so that no event is lost while DevPayr or the database is unavailable.
 */
@RestController
class WebhookController {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);
    private static final int MAX_BYTES = 64 * 1024;
    private static final String RETRY_SECONDS = "30";

    private final SignatureVerifier signatures;
    private final JsonMapper json;
    private final Billing billing;

    WebhookController(SignatureVerifier signatures, JsonMapper json, Billing billing) {
        this.signatures = signatures;
        this.json = json;
        this.billing = billing;
    }

    @PostMapping("/webhooks/payments")
    ResponseEntity<String> receive(
            @RequestHeader(name = "Payment-Signature", required = false) @Nullable String signature,
            InputStream request)
            throws IOException {
        byte[] body = request.readNBytes(MAX_BYTES + 1); // limited, since the sender is not authenticated yet
        if (body.length > MAX_BYTES) {
            return response(HttpStatus.CONTENT_TOO_LARGE, "an event has at most " + MAX_BYTES + " bytes");
        }
        if (!signatures.isGenuine(signature, body)) {
            return response(HttpStatus.UNAUTHORIZED, "the signature is missing, invalid or expired");
        }
        JsonNode event = json.readTree(body);
        if (!event.path("type").isString()) {
            return response(HttpStatus.BAD_REQUEST, "an event is a JSON object with a type");
        }
        if (PaymentEvent.Type.isKnown(event.path("type").asString())) {
            billing.handle(json.treeToValue(event, PaymentEvent.class));
        }
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ResponseEntity<String> handleMalformed(JacksonException malformed) {
        return response(HttpStatus.BAD_REQUEST, "invalid event: " + malformed.getOriginalMessage());
    }

    @ExceptionHandler({DevPayrException.class, DataAccessException.class, TransactionException.class})
    ResponseEntity<String> handleUnavailable(RuntimeException failure) {
        LOG.warn("Payment event not processed; waiting for its next delivery: {}", failure.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body("temporarily unavailable; deliver the event again");
    }

    private static ResponseEntity<String> response(HttpStatus status, String text) {
        return ResponseEntity.status(status).body(text);
    }
}
