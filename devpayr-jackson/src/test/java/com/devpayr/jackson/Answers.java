package com.devpayr.jackson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.DevPayrException;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers as a transport would hand them on, with little around them. */
final class Answers {
    static final String SECRET = "s3cr3t";

    private static final ResponseReader READER = new ResponseReader(DevPayrConfig.builder()
            .apiKey(SECRET + "-api")
            .licenseKey(SECRET + "-license")
            .domain("d")
            .build());

    private Answers() {}

    /** What a port's method gives for a body with status 200. */
    static @Nullable Object read(Operation operation, String body) {
        return read(operation, 200, new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    static <T> T read(Operation operation, Class<T> type, String body) {
        return type.cast(requireNonNull(read(operation, body)));
    }

    /** What a port's method gives when {@code data} is this. */
    static <T> T readData(Operation operation, Class<T> type, String data) {
        return read(
                operation,
                type,
                "{\"status\":\"success\",\"message\":\"Success\",\"data\":" + data + ",\"errors\":null}");
    }

    static Page<?> readPage(Operation operation, String data) {
        return readData(operation, Page.class, data);
    }

    static @Nullable Object read(Operation operation, int status, InputStream body) {
        return read(READER, operation, status, body);
    }

    static @Nullable Object read(ResponseReader reader, Operation operation, int status, InputStream body) {
        try {
            return reader.read(operation, typeOf(operation), status, null, body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The failure that an answer with a status becomes. */
    static DevPayrException failure(Operation operation, int status, String body) {
        try {
            read(operation, status, new ByteArrayInputStream(body.getBytes(UTF_8)));
        } catch (DevPayrException failure) {
            return failure;
        }
        throw new AssertionError("it was read");
    }

    /** What the port's method that performs an operation returns. */
    private static Type typeOf(Operation operation) {
        return Stream.of(
                        com.devpayr.project.ProjectService.class,
                        com.devpayr.domain.DomainService.class,
                        com.devpayr.license.LicenseService.class,
                        com.devpayr.injectable.InjectableService.class,
                        com.devpayr.payment.PaymentService.class,
                        com.devpayr.runtime.RuntimeService.class)
                .flatMap(port -> Arrays.stream(port.getMethods()))
                .filter(method -> Operation.of(method) == operation)
                .map(Method::getGenericReturnType)
                .findFirst()
                .orElseThrow();
    }
}
