package com.devpayr.jackson;

import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.secret.LicenseKey;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Where a component is not its own name in snake case on the wire, or is read more leniently than its type says. */
final class WireNames {
    private WireNames() {}

    interface OfProject {
        @JsonDeserialize(using = LenientMap.class)
        Map<String, @Nullable Object> meta();
    }

    interface OfLicense {
        @JsonProperty("uuid")
        LicenseKey key();

        @JsonDeserialize(using = LenientTexts.class)
        List<String> allowedIps();

        @JsonDeserialize(using = LenientTexts.class)
        List<String> allowedCountries();
    }

    interface OfInjectable {
        /** The same field has two names, depending on the endpoint. */
        @JsonAlias("encrypted_content")
        @Nullable
        EncryptedContent content();

        @JsonDeserialize(using = LenientMap.class)
        Map<String, @Nullable Object> meta();
    }

    interface OfPaymentStatus {
        /** Whether it has been paid for is the answer itself: without it there is none. */
        @JsonProperty(required = true)
        @JsonSetter(nulls = Nulls.FAIL)
        boolean hasPaid();

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<DeliveredInjectable> injectables();
    }
}
