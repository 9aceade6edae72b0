package com.devpayr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.call.AsyncCallInterceptor.AsyncCall;
import com.devpayr.call.CallInterceptor;
import com.devpayr.call.CallInterceptor.Call;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.TransportException;
import com.devpayr.internal.call.CallPolicyInterceptor;
import com.devpayr.operation.Operation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The path of a call from a client through its interceptors to the transport. */
class CallPathTest {
    private static final FakeTransport.Platform FAILING = (operation, arguments) -> {
        throw new IllegalArgumentException("the platform failed");
    };

    private final List<String> log = new ArrayList<>();

    private CallInterceptor logging(String name) {
        return call -> {
            log.add(name + " before");
            try {
                return call.proceed();
            } finally {
                log.add(name + " after");
            }
        };
    }

    private AsyncCallInterceptor loggingAsync(String name) {
        return call -> {
            log.add(name + " before");
            CompletableFuture<?> result = call.proceed();
            log.add(name + " after");
            return result;
        };
    }

    private @Nullable Object logCall(Operation operation, List<Object> arguments) {
        log.add("transport " + operation.id() + " " + arguments);
        return null;
    }

    private DevPayr blocking() {
        return ClientStyle.blocking(this::logCall, () -> {});
    }

    private AsyncDevPayr async() {
        return ClientStyle.async(this::logCall, () -> {});
    }

    @ParameterizedTest
    @EnumSource
    void interceptorReceivesEveryOperation(Operation operation) {
        List<Operation> seen = new ArrayList<>();
        DevPayr blocking = ClientStyle.blocking(FAILING, () -> {}).with(call -> {
            seen.add(call.operation());
            return call.proceed();
        });
        AsyncDevPayr async = ClientStyle.async(FAILING, () -> {}).with(call -> {
            seen.add(call.operation());
            return call.proceed();
        });

        assertThatThrownBy(() -> SampleCalls.call(blocking, operation)).hasMessage("the platform failed");
        assertThat(SampleCalls.call(async, operation)).isCompletedExceptionally();
        assertThat(seen).containsExactly(operation, operation);
    }

    @Test
    void interceptorsAreCalledInTheOrderInWhichTheyWereAdded() {
        String[] expected = {
            "first before", "second before", "transport license.revoke [7, 8]", "second after", "first after"
        };

        blocking().with(logging("first")).with(logging("second")).licenses().revoke(7, 8);
        assertThat(log).containsExactly(expected);

        log.clear();
        async().with(loggingAsync("first"))
                .with(loggingAsync("second"))
                .licenses()
                .revoke(7, 8)
                .join();
        assertThat(log).containsExactly(expected);
    }

    @Test
    void addingAnInterceptorLeavesTheClientItselfUnchanged() {
        DevPayr blocking = blocking();
        AsyncDevPayr async = async();
        blocking.with(logging("first"));
        async.with(loggingAsync("first"));

        blocking.licenses().revoke(7, 8);
        async.licenses().revoke(7, 8).join();

        assertThat(log).containsExactly("transport license.revoke [7, 8]", "transport license.revoke [7, 8]");
    }

    @Test
    void adaptedClientKeepsItsInterceptorsAndCallsNewOnesFirst() {
        blocking()
                .with(logging("first"))
                .async(Runnable::run)
                .with(loggingAsync("second"))
                .with(loggingAsync("third"))
                .licenses()
                .revoke(7, 8)
                .join();
        async().with(loggingAsync("first"))
                .blocking()
                .with(logging("second"))
                .with(logging("third"))
                .licenses()
                .revoke(7, 8);

        List<String> once = List.of(
                "second before",
                "third before",
                "first before",
                "transport license.revoke [7, 8]",
                "first after",
                "third after",
                "second after");
        List<String> twice = new ArrayList<>(once);
        twice.addAll(once);
        assertThat(log).isEqualTo(twice);
    }

    @Test
    void interceptorReceivesOutcomeUnknownException() {
        TransportException lost =
                new TransportException(Operation.LICENSE_REVOKE, TransportException.Kind.CONNECTION_LOST, null);
        FakeTransport.Platform losing = FakeTransport.Platform.failing(lost);
        List<Throwable> seen = new ArrayList<>();
        DevPayr blocking = ClientStyle.blocking(losing, () -> {}).with(call -> {
            try {
                return call.proceed();
            } catch (DevPayrException failure) {
                seen.add(failure);
                throw failure;
            }
        });
        AsyncDevPayr async = ClientStyle.async(losing, () -> {})
                .with(call -> call.proceed().whenComplete((result, failure) -> seen.add(failure)));

        assertThatThrownBy(() -> blocking.licenses().revoke(7, 8)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(async.licenses().revoke(7, 8)).isCompletedExceptionally();
        assertThat(seen).hasSize(2).allSatisfy(failure -> assertThat(failure)
                .isExactlyInstanceOf(OutcomeUnknownException.class)
                .hasCause(lost));
    }

    @Test
    void callByOperationPassesTheInterceptors() {
        Object result = new Object();
        FakeTransport.Platform platform = (operation, arguments) -> {
            logCall(operation, arguments);
            return result;
        };
        List<Object> arguments = List.of(7L, 8L);

        assertThat(ClientStyle.blocking(platform, () -> {})
                        .with(logging("first"))
                        .with(logging("second"))
                        .call(Operation.LICENSE_GET, arguments))
                .isSameAs(result);
        assertThat(ClientStyle.async(platform, () -> {})
                        .with(loggingAsync("first"))
                        .with(loggingAsync("second"))
                        .call(Operation.LICENSE_GET, arguments)
                        .join())
                .isSameAs(result);

        List<String> once =
                List.of("first before", "second before", "transport license.get [7, 8]", "second after", "first after");
        assertThat(log.subList(0, 5)).isEqualTo(once);
        assertThat(log.subList(5, log.size())).isEqualTo(once);
    }

    @Test
    void callByOperationPassesThePolicy() {
        List<Object> arguments = List.of(7L, 0L);
        DevPayr blocking = blocking();
        AsyncDevPayr async = async();

        assertThatThrownBy(() -> blocking.call(Operation.LICENSE_GET, arguments))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("license is 0 but must be positive");
        assertThat(async.call(Operation.LICENSE_GET, arguments)
                        .handle((result, failure) -> failure)
                        .join())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("license is 0 but must be positive");
        assertThat(log).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void callByOperationRejectsExcessIds(Operation operation) {
        List<Object> tooMany = List.of(1L, 2L, 3L);
        DevPayr blocking = blocking();

        assertThatThrownBy(() -> blocking.call(operation, tooMany))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(operation.id());
        assertThat(async().call(operation, tooMany)
                        .handle((result, failure) -> failure)
                        .join())
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(log).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCallPassesThePolicyExactlyOnce(ClientStyle style) {
        List<String> policies = new ArrayList<>();
        ClientStyle.Client client = style.create((operation, arguments) -> {
            for (StackTraceElement frame : new Throwable().getStackTrace()) {
                if (frame.getClassName().equals(CallPolicyInterceptor.class.getName())) {
                    policies.add(frame.getMethodName());
                }
            }
            return null;
        });

        client.call(Operation.LICENSE_REVOKE);

        assertThat(policies).containsExactly("intercept");
    }

    @Test
    void callPassesOneProxyAndNoReflectionRegardlessOfInterceptors() {
        StackRecorder stack = new StackRecorder();
        DevPayr blocking = ClientStyle.blocking(stack, () -> {})
                .with(Call::proceed)
                .with(Call::proceed)
                .with(Call::proceed);
        AsyncDevPayr async = ClientStyle.async(stack, () -> {})
                .with(AsyncCall::proceed)
                .with(AsyncCall::proceed)
                .with(AsyncCall::proceed);

        callBlocking(blocking);
        callBlocking(async.blocking());
        callAsync(async);
        callAsync(blocking.async(Runnable::run));

        assertThat(stack.paths).hasSize(4).allSatisfy(path -> {
            assertThat(path).filteredOn(CallPathTest::isProxy).hasSize(1);
            assertThat(path).noneMatch(CallPathTest::isReflection);
        });
    }

    @Test
    void callByOperationPassesNoProxy() {
        StackRecorder stack = new StackRecorder();
        DevPayr devpayr = ClientStyle.blocking(stack, () -> {}).with(Call::proceed);

        callByOperation(devpayr);

        assertThat(stack.paths).hasSize(1).allSatisfy(path -> assertThat(path)
                .isNotEmpty()
                .noneMatch(CallPathTest::isProxy)
                .noneMatch(CallPathTest::isReflection));
    }

    private static void callBlocking(DevPayr devpayr) {
        devpayr.licenses().revoke(7, 8);
    }

    private static void callAsync(AsyncDevPayr devpayr) {
        devpayr.licenses().revoke(7, 8).join();
    }

    private static void callByOperation(DevPayr devpayr) {
        devpayr.call(Operation.LICENSE_REVOKE, List.of(7L, 8L));
    }

    private static boolean isProxy(StackTraceElement frame) {
        return frame.getClassName().startsWith("jdk.proxy")
                || frame.getClassName().startsWith("com.sun.proxy")
                || frame.getClassName().contains("$Proxy");
    }

    private static boolean isReflection(StackTraceElement frame) {
        return frame.getClassName().equals(Method.class.getName())
                && frame.getMethodName().equals("invoke");
    }

    /** Records the stack frames between the transport's call and the test method that made it. */
    private static final class StackRecorder implements FakeTransport.Platform {
        private final List<List<StackTraceElement>> paths = new ArrayList<>();

        @Override
        public @Nullable Object perform(Operation operation, List<Object> arguments) {
            List<StackTraceElement> path = new ArrayList<>();
            for (StackTraceElement frame : new Throwable().getStackTrace()) {
                if (frame.getClassName().equals(CallPathTest.class.getName())) {
                    paths.add(path);
                    return null;
                }
                path.add(frame);
            }
            throw new AssertionError("the call did not come from this test");
        }
    }
}
