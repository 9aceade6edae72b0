package com.devpayr.guard;

import com.devpayr.error.DenialReason;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads the reason from the words of a refusal, for want of anything better: DevPayr documents one message and no codes.
 * Decides no verdict, only what people are told.
 *
 * <p>Source: wire contract, section 1, errors, and section 4, which is our decision.
 */
final class DenialReasonParser {
    /** In order: the first that fits. */
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

    private record Rule(Pattern words, DenialReason reason) {}

    private DenialReasonParser() {}

    static DenialReason reason(int status, String words) {
        if (status == 401) {
            return DenialReason.WRONG_CREDENTIAL;
        }
        String text = words.toLowerCase(Locale.ROOT);
        return RULES.stream()
                .filter(rule -> rule.words.matcher(text).find())
                .findFirst()
                .map(Rule::reason)
                .orElse(DenialReason.REFUSED);
    }

    private static Rule rule(String words, DenialReason reason) {
        return new Rule(Pattern.compile(words), reason);
    }
}
