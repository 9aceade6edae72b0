package com.devpayr.resilience4j;

import com.devpayr.DevPayr;
import com.devpayr.error.ApiException;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.fault.Fault;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fault and the expected result of a call.
 *
 * @param outcome the exception, before {@code SideEffects} converts it
 * @param retried the calls that are retried
 * @param speed the duration class of the row
 */
record FaultRow(
        String name,
        ConnectionScenario connection,
        Function<Environment, Fault> fault,
        ExpectedFailure outcome,
        Retried retried,
        Speed speed) {
    /**
     * The environment of a fault.
     *
     * @param caller the thread that waits for the response
     * @param elsewhere a server that must not receive anything
     */
    record Environment(DevPayr devpayr, Thread caller, FaultServer elsewhere) {}

    /** The expected failure of a call. */
    @FunctionalInterface
    interface ExpectedFailure {
        /** Returns the expected exception, or null for a success. */
        @Nullable
        DevPayrException of(ClientType transport, Operation operation);
    }

    /** The calls that are retried after a fault. */
    enum Retried {
        NEVER,
        WHEN_SAFE,
        ALWAYS;

        boolean applies(Operation operation) {
            return this == ALWAYS
                    || (this == WHEN_SAFE && operation.retrySafety().isSafe());
        }
    }

    /** The duration of a row: short, much work, or until a timeout. */
    enum Speed {
        QUICK,
        HEAVY,
        TIMES_OUT
    }

    static FaultRow success(String name, ConnectionScenario connection, Fault fault) {
        return new FaultRow(
                name, connection, environment -> fault, (transport, operation) -> null, Retried.NEVER, Speed.QUICK);
    }

    static FaultRow success(String name, Fault fault) {
        return success(name, ConnectionScenario.OPEN, fault);
    }

    /** A row in which no connection is established and no request is sent. */
    static FaultRow closed(String name, ConnectionScenario connection) {
        return transport(name, Kind.CONNECT, Faults.disconnect())
                .through(connection)
                .retried(Retried.ALWAYS);
    }

    static FaultRow transport(String name, Kind kind, Fault fault) {
        return transportIn(name, kind, environment -> fault);
    }

    static FaultRow transportIn(String name, Kind kind, Function<Environment, Fault> fault) {
        return new FaultRow(
                name,
                ConnectionScenario.OPEN,
                fault,
                (transport, operation) -> new TransportException(operation, kind, null),
                kind == Kind.INTERRUPTED ? Retried.NEVER : Retried.WHEN_SAFE,
                kind == Kind.TIMEOUT ? Speed.TIMES_OUT : Speed.QUICK);
    }

    static FaultRow protocol(String name, Fault fault) {
        return protocolIn(name, environment -> fault);
    }

    static FaultRow protocolIn(String name, Function<Environment, Fault> fault) {
        return new FaultRow(
                name,
                ConnectionScenario.OPEN,
                fault,
                (transport, operation) -> new ProtocolException(operation, "x"),
                Retried.NEVER,
                Speed.QUICK);
    }

    static FaultRow status(String name, int status, String headers, Retried retried) {
        return new FaultRow(
                name,
                ConnectionScenario.OPEN,
                environment -> Faults.response(status, headers, "{\"message\":\"No.\"}"),
                (transport, operation) -> ApiException.builder(operation, status)
                        .retryAfter(retried == Retried.ALWAYS ? Duration.ZERO : null)
                        .build(),
                retried,
                Speed.QUICK);
    }

    FaultRow through(ConnectionScenario other) {
        return new FaultRow(name, other, fault, outcome, retried, speed);
    }

    FaultRow fault(Function<Environment, Fault> other) {
        return new FaultRow(name, connection, other, outcome, retried, speed);
    }

    FaultRow retried(Retried other) {
        return new FaultRow(name, connection, fault, outcome, other, speed);
    }

    FaultRow outcome(ExpectedFailure other) {
        return new FaultRow(name, connection, fault, other, retried, speed);
    }

    FaultRow speed(Speed other) {
        return new FaultRow(name, connection, fault, outcome, retried, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
