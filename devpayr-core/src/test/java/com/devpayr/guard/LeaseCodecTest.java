package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.error.DenialReason;
import com.devpayr.guard.LeaseCodec.Decoded;
import com.devpayr.guard.Verdict.Unknown.Cause;
import com.devpayr.spi.Lease;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeaseCodecTest {
    private static final LeasePayload CONFIRMED = new LeasePayload(1_772_366_400_000L, 1_772_366_460_000L);
    private static final LeaseDenial DENIED = new LeaseDenial(1_772_366_400_000L, DenialReason.WRONG_DOMAIN);
    private static final LeaseSubject SUBJECT =
            new LeaseSubject(GuardFixture.APPLICATION, GuardFixture.DOMAIN, PaymentScope.PROJECT);

    private final LeaseCodec codec = new LeaseCodec(GuardFixture.KEY, SUBJECT);
    private final String lease = codec.encode(CONFIRMED).text();

    private boolean isAccepted(String text) {
        return codec.decode(new Lease(text)).rejection() == null;
    }

    @Test
    void decodesADenial() {
        assertThat(codec.decode(codec.encode(DENIED))).isEqualTo(Decoded.denied(DENIED));
        assertThat(codec.encode(DENIED).text()).contains("denied=1772366400000\nreason=wrong-domain\n");
    }

    @Test
    void rejectsEveryModifiedByteOfADenial() {
        String denial = codec.encode(DENIED).text();
        for (int at = 0; at < denial.length(); at++) {
            for (int bit = 0; bit < 8; bit++) {
                String flipped =
                        denial.substring(0, at) + (char) (denial.charAt(at) ^ (1 << bit)) + denial.substring(at + 1);
                assertThat(isAccepted(flipped)).as(flipped).isFalse();
            }
        }
    }

    @Test
    void rejectsADenialWithTheFieldsOfAConfirmation() {
        String denial = codec.encode(DENIED).text();

        assertThat(isAccepted(
                        denial.replace("denied=", "confirmed=").replace("reason=wrong-domain", "seen=1772366400000")))
                .isFalse();
        assertThat(isAccepted(lease.replaceFirst(
                        "seal=.*", denial.substring(denial.indexOf("seal=")).strip())))
                .isFalse();
    }

    @Test
    void decodesWhatItEncoded() {
        assertThat(codec.decode(new Lease(lease))).isEqualTo(Decoded.confirmed(CONFIRMED));
        assertThat(new LeaseCodec(GuardFixture.KEY, SUBJECT)
                        .decode(new Lease(lease))
                        .payload())
                .isEqualTo(CONFIRMED);
    }

    @Test
    void rejectsEveryModifiedByte() {
        int tried = 0;
        List<String> accepted = new ArrayList<>();
        for (int at = 0; at < lease.length(); at++) {
            for (int value = 0; value < 256; value++) {
                if (value == lease.charAt(at)) {
                    continue;
                }
                tried++;
                String flipped = lease.substring(0, at) + (char) value + lease.substring(at + 1);
                if (isAccepted(flipped)) {
                    accepted.add("byte " + at + " as " + value);
                }
            }
        }

        assertThat(accepted).isEmpty();
        assertThat(tried).isEqualTo(59_670);
    }

    @Test
    void rejectsEveryTruncation() {
        for (int length = 0; length < lease.length(); length++) {
            assertThat(isAccepted(lease.substring(0, length))).isFalse();
            assertThat(isAccepted(lease.substring(lease.length() - length))).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " ", "\r\n", "x", "seal=", "\0"})
    void rejectsTextBeforeOrAfterTheLease(String more) {
        assertThat(isAccepted(lease + more)).isFalse();
        assertThat(isAccepted(more + lease)).isFalse();
    }

    @Test
    void rejectsFieldsOfOtherLeases() {
        LeaseSubject otherDomain = new LeaseSubject(GuardFixture.APPLICATION, "shop.example.com", PaymentScope.DOMAIN);
        LeaseSubject otherApplication = new LeaseSubject("acme-video", GuardFixture.DOMAIN, PaymentScope.PROJECT);
        List<String> others = List.of(
                new LeaseCodec(GuardFixture.KEY, otherDomain)
                        .encode(new LeasePayload(2_000_000_000_000L, 2_000_000_000_001L))
                        .text(),
                new LeaseCodec("another key", otherApplication)
                        .encode(CONFIRMED)
                        .text(),
                codec.encode(new LeasePayload(2_000_000_000_000L, 2_000_000_000_001L))
                        .text());
        String[] own = lease.strip().split("\n", -1);
        int tried = 0;
        for (String other : others) {
            String[] foreign = other.strip().split("\n", -1);
            for (int field = 0; field < own.length; field++) {
                String[] mixed = own.clone();
                mixed[field] = foreign[field];
                String text = String.join("\n", mixed) + "\n";
                if (!text.equals(lease)) {
                    tried++;
                    assertThat(isAccepted(text)).as(text).isFalse();
                }
            }
        }
        assertThat(tried).isEqualTo(11);
    }

    @Test
    void rejectsReorderedOrRepeatedFields() {
        String[] fields = lease.strip().split("\n", -1);
        for (int one = 0; one < fields.length; one++) {
            for (int other = 0; other < fields.length; other++) {
                String[] swapped = fields.clone();
                swapped[one] = fields[other];
                swapped[other] = fields[one];
                assertThat(isAccepted(String.join("\n", swapped) + "\n")).isEqualTo(one == other);
            }
            List<String> fewer = new ArrayList<>(List.of(fields));
            String field = fewer.remove(one);
            assertThat(isAccepted(String.join("\n", fewer) + "\n")).isFalse();
            fewer.add(one, field + "\n" + field);
            assertThat(isAccepted(String.join("\n", fewer) + "\n")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "another-key, acme-photos, photos.example.com, PROJECT",
        GuardFixture.KEY + ", acme-video, photos.example.com, PROJECT",
        GuardFixture.KEY + ", acme-photos, shop.example.com, PROJECT",
        GuardFixture.KEY + ", acme-photos, photos.example.com, DOMAIN"
    })
    void rejectsTheLeaseOfAnotherSubjectAsMismatch(String key, String application, String domain, PaymentScope scope) {
        LeaseCodec another = new LeaseCodec(key, new LeaseSubject(application, domain, scope));

        assertThat(another.decode(new Lease(lease))).isEqualTo(Decoded.rejected(Cause.LEASE_MISMATCH));
        assertThat(another.leaseId()).isNotEqualTo(codec.leaseId());
    }

    @Test
    void rejectsAModifiedTimeAsTampered() {
        assertThat(codec.decode(new Lease(lease.replace("seen=17", "seen=18"))))
                .isEqualTo(Decoded.rejected(Cause.LEASE_TAMPERED));
        assertThat(codec.decode(new Lease(""))).isEqualTo(Decoded.rejected(Cause.LEASE_TAMPERED));
    }

    @Test
    void doesNotContainTheLicenseKey() {
        assertThat(lease).doesNotContain(GuardFixture.KEY, GuardFixture.KEY.substring(0, 8));
        assertThat(new Lease(lease).toString()).isEqualTo("Lease[" + lease.length() + " characters]");
    }
}
