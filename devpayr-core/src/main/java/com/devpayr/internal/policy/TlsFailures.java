package com.devpayr.internal.policy;

import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Recognizes failures of the TLS handshake, and says what to check. */
final class TlsFailures {
    private static final String NOT_TRUSTED =
            "the certificate of the server is not trusted or has expired; check the certificate authorities of sslContext";
    private static final String ANOTHER_HOST =
            "the certificate of the server is for another host; check the base URL, and the proxy if there is one";
    private static final String REJECTED =
            "the server rejected the client certificate, or requires one; check the key and certificate of sslContext";
    private static final String FAILED = "the TLS handshake failed; check that the base URL is that of a TLS server";

    /** The messages of alerts with which a server rejects a client, also after TLS 1.3 has let the client send its request. */
    private static final Pattern CLIENT_REJECTED = Pattern.compile(
            "received fatal alert: (bad_certificate|certificate_|unsupported_certificate|unknown_ca|access_denied|handshake_failure)");

    private static final String CLOSED =
            "the server closed the connection during the TLS handshake; check whether it requires a client certificate (sslContext)";

    private static final Pattern CLOSING = Pattern.compile("broken pipe|connection reset|terminated the handshake");
    private static final Pattern NAMES = Pattern.compile("no name matching|no subject alternative|alternative dns");

    private TlsFailures() {}

    /**
     * Returns whether a handshake failed, so that the server has not processed the request, even if it was sent: either this
     * client rejected the server's certificate, or the server that of this client.
     */
    static boolean isHandshake(Throwable failure) {
        return isTls(failure) && (rejectsServer(failure) || rejectsClient(failure));
    }

    /**
     * Returns the problem and its remedy; null if the failure is none of TLS.
     *
     * @param isDirect whether there is no proxy that could have closed the connection; otherwise, the server has done so during
     *     the handshake, and a client that was still sending its part has not read the alert
     */
    static @Nullable String advice(Throwable failure, boolean isDirect) {
        if (isHandshake(failure)) {
            return rejectsServer(failure) ? adviceOnCertificate(failure) : REJECTED;
        }
        if (isDirect && hasMessage(failure, CLOSING)) {
            return CLOSED;
        }
        return isTls(failure) ? FAILED : null;
    }

    private static String adviceOnCertificate(Throwable failure) {
        boolean isForAnotherHost =
                has(failure, SSLPeerUnverifiedException.class::isInstance) || hasMessage(failure, NAMES);
        return isForAnotherHost ? ANOTHER_HOST : NOT_TRUSTED;
    }

    private static boolean isTls(Throwable failure) {
        return has(failure, SSLException.class::isInstance);
    }

    private static boolean rejectsServer(Throwable failure) {
        return has(
                failure, cause -> cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException);
    }

    private static boolean rejectsClient(Throwable failure) {
        return hasMessage(failure, CLIENT_REJECTED);
    }

    private static boolean hasMessage(Throwable failure, Pattern pattern) {
        return has(
                failure,
                cause -> cause.getMessage() != null
                        && pattern.matcher(cause.getMessage().toLowerCase(Locale.ROOT))
                                .find());
    }

    /** Looks at suppressed exceptions too: OkHttp adds that of reading the response to that of sending the request. */
    private static boolean has(Throwable failure, Predicate<Throwable> predicate) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10) // causes can be circular
                .flatMap(cause -> Stream.concat(Stream.of(cause), Stream.of(cause.getSuppressed())))
                .anyMatch(predicate);
    }
}
