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
 * Secrets that nobody else would ever say, and who said one all the same. They may be in the requests to DevPayr and
 * nowhere else.
 */
final class Canaries {
    static final String API_KEY = "canary-api-7f3a91";
    static final String LICENSE_KEY = "canary-license-b2c804";
    static final String SECRET = "canary-secret-0d16ee";
    static final String DOMAIN = "canary-domain-55e0.example.com";
    private static final String DRAFT_SECRET = "canary-draft-secret-9a4b";
    private static final String CONTENT = "canary-content-31c7";

    /** What all have in common; also as bytes in hex, as some libraries write them. */
    private static final Pattern MARK = Pattern.compile("canary-[\\w.-]*|63616e6172792d");

    private final Set<String> sightings = ConcurrentHashMap.newKeySet();
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

    /** Reads a text that somebody wrote. */
    void read(String author, String text) {
        texts.increment();
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            sightings.add(author + " says " + mark.group());
        }
    }

    /** Feign logs headers when it is told to, and then the domain, which is no credential, is meant to be there. */
    void readFeignsLog(String line) {
        read("Feign's log", line.replace(DOMAIN, "domain"));
    }

    /** Reads all that an exception tells: its causes, the suppressed ones, and what DevPayr said. */
    void read(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        read(thrown.getClass().getName(), trace.toString());
        if (thrown instanceof ApiException refusal) {
            read("server message", String.valueOf(refusal.serverMessage()));
            read("field errors", String.valueOf(refusal.fieldErrors()));
        }
    }

    /** Who said what, in order; empty when all is well. */
    Set<String> sightings() {
        return new TreeSet<>(sightings);
    }

    /** How many texts have been read. */
    long texts() {
        return texts.sum();
    }
}
