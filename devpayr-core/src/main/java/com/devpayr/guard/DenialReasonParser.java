package com.devpayr.guard;

import com.devpayr.error.DenialReason;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Parses the reason of a denial from DevPayr's error message, since DevPayr documents no error codes. A message that it does
 * not recognize as DevPayr's may come from a gateway, so it does not deny a license by itself.
 *
 * <p>Source: {@code docs/wire-contract.md}, Runtime enforcement.
 */
final class DenialReasonParser {
    private static final Pattern LICENSE = Pattern.compile("licen[cs]e", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOMAIN = Pattern.compile("domain", Pattern.CASE_INSENSITIVE);

    /** The first rule that matches applies. */
    private static final List<Rule> RULES = List.of(
            rule("(invalid|unknown|missing|required) .*\\bkey\\b", DenialReason.WRONG_CREDENTIAL),
            rule("\\bkey\\b.* (invalid|unknown|not found|does not match)", DenialReason.WRONG_CREDENTIAL),
            rule("revoked|suspended", DenialReason.REVOKED),
            rule("expired", DenialReason.EXPIRED),
            rule("test license|production license|environment", DenialReason.WRONG_ENVIRONMENT),
            rule("limit|quota", DenialReason.OVER_LIMIT),
            rule("domain", DenialReason.WRONG_DOMAIN),
            rule("country", DenialReason.WRONG_COUNTRY),
            rule("address|\\bip\\b", DenialReason.WRONG_ADDRESS),
            rule("paid|payment", DenialReason.UNPAID),
            rule("not active|inactive", DenialReason.INACTIVE));

    private record Rule(Pattern pattern, DenialReason reason) {}

    private DenialReasonParser() {}

    /** Returns whether the message is DevPayr's: it names the license and matches a rule. */
    static boolean isRecognized(String serverMessage) {
        return LICENSE.matcher(serverMessage).find() && !parse(serverMessage).equals(DenialReason.REFUSED);
    }

    /** Returns whether the message reports that the limit of checks per day is reached, as opposed to a limit of domains. */
    static boolean isDailyLimit(String serverMessage) {
        return parse(serverMessage).equals(DenialReason.OVER_LIMIT)
                && !DOMAIN.matcher(serverMessage).find();
    }

    /** Returns the reason for a message; {@link DenialReason#REFUSED} when no rule matches. */
    static DenialReason parse(String serverMessage) {
        String message = serverMessage.toLowerCase(Locale.ROOT);
        return RULES.stream()
                .filter(rule -> rule.pattern.matcher(message).find())
                .findFirst()
                .map(Rule::reason)
                .orElse(DenialReason.REFUSED);
    }

    private static Rule rule(String pattern, DenialReason reason) {
        return new Rule(Pattern.compile(pattern), reason);
    }
}
