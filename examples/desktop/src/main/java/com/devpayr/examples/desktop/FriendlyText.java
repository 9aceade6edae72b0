package com.devpayr.examples.desktop;

import com.devpayr.error.DenialReason;
import com.devpayr.examples.desktop.Notice.Tone;
import com.devpayr.guard.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The vendor's messages for each verdict. They contain no technical details. */
final class FriendlyText {
    private static final String CONTACT = " If you think that this is a mistake, write to help@acme.example.";

    private final DateTimeFormatter time;

    FriendlyText(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH).withZone(zone);
    }

    Notice of(Verdict verdict) {
        if (verdict instanceof Verdict.Allowed allowed) {
            return allowed(allowed);
        }
        return verdict instanceof Verdict.Denied denied ? denied(denied.reason()) : unknown((Verdict.Unknown) verdict);
    }

    private Notice allowed(Verdict.Allowed allowed) {
        return allowed.source() == Verdict.Allowed.Source.GRACE
                ? new Notice(
                        Tone.WARNING,
                        "You are working offline",
                        "We could not check your license since " + show(allowed.confirmedAt())
                                + ". Everything works as usual until " + show(allowed.validUntil())
                                + "; go online once before then.",
                        true,
                        true)
                : new Notice(Tone.OK, "Thank you for using Acme Photos", "Your license is valid.", true, false);
    }

    private String show(Instant instant) {
        return time.format(instant);
    }

    private static Notice denied(DenialReason reason) {
        return switch (reason.id()) {
            case "unpaid" ->
                stopped(
                        "Acme Photos has not been paid for yet",
                        "If you have just paid, choose \"I have paid\". Your pictures are safe.");
            case "revoked" ->
                stopped("Your license was revoked", "This happens if a payment is charged back." + CONTACT);
            case "expired" -> stopped("Your license has expired", "Renew it, then choose \"I have paid\".");
            case "wrong-domain", "wrong-environment", "wrong-address", "wrong-country" ->
                stopped("Your license is for another computer", "Buy one for this computer too." + CONTACT);
            case "over-limit" -> stopped("Your license has reached its daily limit", "Try again tomorrow." + CONTACT);
            case "missing-credential" ->
                stopped("Enter your license key", "You find it in the e-mail about your purchase.");
            case "wrong-credential" ->
                stopped(
                        "We do not know this license key",
                        "Compare it with the key in the e-mail about your purchase.");
            default -> stopped("Acme Photos cannot run here", "The license server rejected your license." + CONTACT);
        };
    }

    private static Notice unknown(Verdict.Unknown unknown) {
        return switch (unknown.cause()) {
            case NOT_CHECKED -> stopped("One moment please", "Your license is being checked.");
            case UNREACHABLE, LEASE_TAMPERED, LEASE_MISMATCH ->
                stopped("Please go online", "Your license has to be checked once. Then you can work offline for days.");
            case GRACE_EXPIRED ->
                stopped("Please go online", "You have worked offline for as long as your license allows.");
            case CLOCK_ROLLED_BACK -> stopped("Please check your computer's clock", "It shows a time in the past.");
        };
    }

    private static Notice stopped(String headline, String text) {
        return new Notice(Tone.STOPPED, headline, text, false, true);
    }
}
