package com.devpayr.guard;

import com.devpayr.error.DenialReason;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Parses the reason of a denial from DevPayr's error message, since DevPayr documents no error codes. The reason is
 * informational; it never decides the verdict.
 *
 * <p>Source: {@code docs/wire-contract.md}, Runtime enforcement.
 */
final class DenialReasonParser {
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

    /** Returns the reason for a status and message; {@link DenialReason#REFUSED} when no rule matches. */
    static DenialReason parse(int status, String serverMessage) {
        if (status == 401) {
            return DenialReason.WRONG_CREDENTIAL;
        }
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
