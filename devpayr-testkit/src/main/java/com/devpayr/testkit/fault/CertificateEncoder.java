package com.devpayr.testkit.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** Encodes X.509 certificates with ECDSA signatures (RFC 5280), for which the JDK has no API. */
final class CertificateEncoder {
    private static final Duration VALIDITY = Duration.ofDays(1);
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int BOOLEAN = 0x01;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_ID = 0x06;
    private static final int UTF8_STRING = 0x0c;
    private static final int UTC = 0x17;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;
    private static final int VERSION = 0xa0;
    private static final int EXTENSIONS = 0xa3;

    private static final byte[] ECDSA_WITH_SHA256 =
            value(SEQUENCE, value(OBJECT_ID, bytes(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02)));
    private static final byte[] COMMON_NAME = value(OBJECT_ID, bytes(0x55, 0x04, 0x03));
    private static final byte[] SUBJECT_ALT_NAME = value(OBJECT_ID, bytes(0x55, 0x1d, 0x11));
    private static final byte[] BASIC_CONSTRAINTS = value(OBJECT_ID, bytes(0x55, 0x1d, 0x13));
    private static final byte[] TRUE = value(BOOLEAN, bytes(0xff));

    private CertificateEncoder() {}

    /** Returns the certificate of an authority, signed by itself. */
    static byte[] authority(String name, KeyPair keys) throws GeneralSecurityException {
        byte[] isAuthority = value(OCTET_STRING, value(SEQUENCE, TRUE));
        return certificate(name, keys, name, keys.getPublic(), value(SEQUENCE, BASIC_CONSTRAINTS, TRUE, isAuthority));
    }

    /** Returns a certificate that an authority has issued. */
    static byte[] issued(String issuer, KeyPair issuerKeys, PublicKey key, String... names)
            throws GeneralSecurityException {
        byte[][] alternatives =
                Arrays.stream(names).map(CertificateEncoder::alternative).toArray(byte[][]::new);
        byte[] extension = value(SEQUENCE, SUBJECT_ALT_NAME, value(OCTET_STRING, value(SEQUENCE, alternatives)));
        return certificate(issuer, issuerKeys, names[0], key, extension);
    }

    private static byte[] certificate(
            String issuer, KeyPair issuerKeys, String subject, PublicKey key, byte[] extension)
            throws GeneralSecurityException {
        Instant now = Instant.now();
        byte[] content = value(
                SEQUENCE,
                value(VERSION, value(INTEGER, bytes(2))),
                value(
                        INTEGER,
                        new BigInteger(64, new SecureRandom())
                                .add(BigInteger.ONE)
                                .toByteArray()),
                ECDSA_WITH_SHA256,
                name(issuer),
                value(SEQUENCE, time(now.minus(VALIDITY)), time(now.plus(VALIDITY))),
                name(subject),
                key.getEncoded(),
                value(EXTENSIONS, value(SEQUENCE, extension)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(issuerKeys.getPrivate());
        signature.update(content);
        return value(SEQUENCE, content, ECDSA_WITH_SHA256, value(BIT_STRING, bytes(0), signature.sign()));
    }

    private static byte[] name(String commonName) {
        return value(
                SEQUENCE, value(SET, value(SEQUENCE, COMMON_NAME, value(UTF8_STRING, commonName.getBytes(UTF_8)))));
    }

    private static byte[] time(Instant instant) {
        return value(UTC, UTC_TIME.format(instant).getBytes(US_ASCII));
    }

    private static byte[] alternative(String name) {
        if (!name.matches("[0-9.]+")) {
            return value(DNS_NAME, name.getBytes(US_ASCII));
        }
        try {
            return value(IP_ADDRESS, InetAddress.getByName(name).getAddress());
        } catch (UnknownHostException invalid) {
            throw new IllegalArgumentException(name + " is not an IPv4 address", invalid);
        }
    }

    /** Returns a DER value: tag, length and contents. */
    private static byte[] value(int tag, byte[]... contents) {
        int length = Arrays.stream(contents).mapToInt(content -> content.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length > 0xff) {
            out.writeBytes(bytes(0x82, length >> 8, length));
        } else if (length > 0x7f) {
            out.writeBytes(bytes(0x81, length));
        } else {
            out.write(length);
        }
        Arrays.stream(contents).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
