package com.devpayr.resilience4j;

import com.devpayr.DevPayr;
import com.devpayr.error.ApiException;
import com.devpayr.error.ApiFailure;
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
 * A fault, and what has to become of each call that meets it.
 *
 * @param outcome the exception before {@code SideEffects}
 * @param again which calls are tried again
 * @param pace how long it takes
 */
record FaultRow(String name, Entrance entrance, Function<Scene, Fault> fault, Outcome outcome, Again again, Pace pace) {
    /**
     * What a fault can play with.
     *
     * @param caller who waits for the answer
     * @param elsewhere a server where nothing may arrive
     */
    record Scene(DevPayr devpayr, Thread caller, FaultServer elsewhere) {}

    /** What a call fails with. */
    @FunctionalInterface
    interface Outcome {
        /** Null for a success. */
        @Nullable
        DevPayrException of(Transport transport, Operation operation);
    }

    /** Which calls are tried again. */
    enum Again {
        NEVER,
        WHEN_SAFE,
        ALWAYS;

        boolean applies(Operation operation) {
            return this == ALWAYS || (this == WHEN_SAFE && operation.repeat().isSafe());
        }
    }

    /** How long a row takes: little, much work, or until a time is up. */
    enum Pace {
        QUICK,
        HEAVY,
        TIMES_OUT
    }

    static FaultRow fine(String name, Entrance entrance, Fault fault) {
        return new FaultRow(name, entrance, scene -> fault, (transport, operation) -> null, Again.NEVER, Pace.QUICK);
    }

    static FaultRow fine(String name, Fault fault) {
        return fine(name, Entrance.OPEN, fault);
    }

    /** Not connected: nothing of a request leaves. */
    static FaultRow closed(String name, Entrance entrance) {
        return transport(name, Kind.CONNECT, Faults.hangUp()).through(entrance).again(Again.ALWAYS);
    }

    static FaultRow transport(String name, Kind kind, Fault fault) {
        return transportIn(name, kind, scene -> fault);
    }

    static FaultRow transportIn(String name, Kind kind, Function<Scene, Fault> fault) {
        return new FaultRow(
                name,
                Entrance.OPEN,
                fault,
                (transport, operation) -> new TransportException(operation, kind, null),
                kind == Kind.INTERRUPTED ? Again.NEVER : Again.WHEN_SAFE,
                kind == Kind.TIMEOUT ? Pace.TIMES_OUT : Pace.QUICK);
    }

    static FaultRow protocol(String name, Fault fault) {
        return protocolIn(name, scene -> fault);
    }

    static FaultRow protocolIn(String name, Function<Scene, Fault> fault) {
        return new FaultRow(
                name,
                Entrance.OPEN,
                fault,
                (transport, operation) -> new ProtocolException(operation, "x"),
                Again.NEVER,
                Pace.QUICK);
    }

    static FaultRow status(String name, int status, String headers, Again again) {
        return new FaultRow(
                name,
                Entrance.OPEN,
                scene -> Faults.answer(status, headers, "{\"message\":\"No.\"}"),
                (transport, operation) -> ApiException.of(ApiFailure.builder(operation, status)
                        .retryAfter(again == Again.ALWAYS ? Duration.ZERO : null)
                        .build()),
                again,
                Pace.QUICK);
    }

    FaultRow through(Entrance other) {
        return new FaultRow(name, other, fault, outcome, again, pace);
    }

    FaultRow fault(Function<Scene, Fault> other) {
        return new FaultRow(name, entrance, other, outcome, again, pace);
    }

    FaultRow again(Again other) {
        return new FaultRow(name, entrance, fault, outcome, other, pace);
    }

    FaultRow outcome(Outcome other) {
        return new FaultRow(name, entrance, fault, other, again, pace);
    }

    FaultRow pace(Pace other) {
        return new FaultRow(name, entrance, fault, outcome, again, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
