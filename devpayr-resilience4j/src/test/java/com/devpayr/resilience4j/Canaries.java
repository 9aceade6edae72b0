package com.devpayr.resilience4j;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ApiException;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.secret.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognizable secrets, and a scanner that finds leaks of them. They may occur in the requests to DevPayr and nowhere
 * else.
 */
final class Canaries {
    static final String API_KEY = "canary-api-7f3a91";
    static final String LICENSE_KEY = "canary-license-b2c804";
    static final String SECRET = "canary-secret-0d16ee";
    static final String DOMAIN = "canary-domain-55e0.example.com";
    private static final String DRAFT_SECRET = "canary-draft-secret-9a4b";
    private static final String CONTENT = "canary-content-31c7";

    /** The common prefix, also as hex bytes, as some libraries log them. */
    private static final Pattern PREFIX = Pattern.compile("canary-[\\w.-]*|63616e6172792d");

    private final Set<String> leaks = ConcurrentHashMap.newKeySet();
    private final LongAdder texts = new LongAdder();

    static DevPayrConfig.Builder config() {
        return DevPayrConfig.builder()
                .apiKey(API_KEY)
                .licenseKey(LICENSE_KEY)
                .secret(SECRET)
                .domain(DOMAIN);
    }

    static InjectableDraft draft() {
        return InjectableDraft.builder(InjectableType.SNIPPET, InjectableMode.INJECT, Secret.of(DRAFT_SECRET))
                .targetPath("banner")
                .content(CONTENT)
                .build();
    }

    /** Scans a text. */
    void scan(String source, String text) {
        texts.increment();
        Matcher prefix = PREFIX.matcher(text);
        while (prefix.find()) {
            leaks.add(source + " leaked " + prefix.group());
        }
    }

    /** Scans Feign's log. At level HEADERS it contains the domain, which is not a credential. */
    void scanFeignLog(String line) {
        scan("Feign log", line.replace(DOMAIN, "domain"));
    }

    /** Scans an exception with its causes, its suppressed exceptions and DevPayr's message. */
    void scan(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        scan(thrown.getClass().getName(), trace.toString());
        if (thrown instanceof ApiException refusal) {
            scan("server message", String.valueOf(refusal.serverMessage()));
            scan("field errors", String.valueOf(refusal.fieldErrors()));
        }
    }

    /** Returns the leaks found so far, sorted; empty when there are none. */
    Set<String> leaks() {
        return new TreeSet<>(leaks);
    }

    /** Returns the number of scanned texts. */
    long texts() {
        return texts.sum();
    }
}
