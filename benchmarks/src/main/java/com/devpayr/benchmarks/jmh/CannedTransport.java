package com.devpayr.benchmarks.jmh;

import com.devpayr.benchmarks.server.Answers;
import com.devpayr.call.PortFactory;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.internal.policy.HeaderPolicy;
import com.devpayr.internal.wire.WireCall;
import com.devpayr.jackson.ResponseReader;
import com.devpayr.operation.Operation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A transport that does all that a transport does, but for sending: its answers are bytes that it holds. */
final class CannedTransport implements PortFactory {
    static final DevPayrConfig CONFIG = DevPayrConfig.builder()
            .apiKey("gk_1_1700000000_0123456789abcdef0123456789abcdef")
            .licenseKey("0197a0b1-5f00-7000-8000-00000000cafe")
            .domain("shop.example.com")
            .build();

    private static final byte[] LICENSE = Answers.LICENSE.getBytes(StandardCharsets.UTF_8);
    private static final byte[] PAID = Answers.PAID.getBytes(StandardCharsets.UTF_8);

    private final HeaderPolicy headers = new HeaderPolicy(CONFIG, "canned");
    private final ResponseReader answers = new ResponseReader(CONFIG);
    private int headerBytes;

    @Override
    public <P> P port(Class<P> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> perform(method, List.of(arguments))));
    }

    private @Nullable Object perform(Method method, List<Object> arguments) {
        Operation operation = Objects.requireNonNull(Operation.of(method));
        WireCall call = WireCall.of(operation, arguments);
        headers.apply(operation, (name, value) -> headerBytes += name.length() + value.length());
        headerBytes += call.path().length();
        return read(operation, method.getReturnType());
    }

    /** What an answer's JSON costs by itself. */
    @Nullable
    Object read(Operation operation, Class<?> type) {
        byte[] bytes = operation == Operation.PAYMENT_CHECK ? PAID : LICENSE;
        try {
            return answers.read(operation, type, 200, null, new ByteArrayInputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
