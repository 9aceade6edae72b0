package com.devpayr.jackson.internal;

import com.devpayr.domain.ProjectDomain;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.license.License;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.project.Project;
import com.devpayr.secret.LicenseKey;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonPOJOBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Jackson's annotations for the core model. Jackson reads each resource through its builder, whose setters are named after
 * the fields. Annotated here are required fields, whose setters are private, fields with another name in JSON, fields
 * that are read more leniently than their type suggests, and the setter of all fields that the library does not know.
 */
final class ModelMixins {
    private ModelMixins() {}

    static void addTo(JsonMapper.Builder mapper) {
        mapper.addMixIn(Project.class, OfProject.class)
                .addMixIn(Project.Builder.class, OfProjectBuilder.class)
                .addMixIn(ProjectDomain.class, OfProjectDomain.class)
                .addMixIn(ProjectDomain.Builder.class, OfProjectDomainBuilder.class)
                .addMixIn(License.class, OfLicense.class)
                .addMixIn(License.Builder.class, OfLicenseBuilder.class)
                .addMixIn(Injectable.class, OfInjectable.class)
                .addMixIn(Injectable.Builder.class, OfInjectableBuilder.class)
                .addMixIn(DeliveredInjectable.class, OfDeliveredInjectable.class)
                .addMixIn(DeliveredInjectable.Builder.class, OfDeliveredInjectableBuilder.class)
                .addMixIn(PaymentStatus.class, OfPaymentStatus.class)
                .addMixIn(PaymentStatus.Builder.class, OfPaymentStatusBuilder.class);
    }

    @JsonDeserialize(builder = Project.Builder.class)
    interface OfProject {}

    @JsonPOJOBuilder(withPrefix = "")
    interface OfProjectBuilder {
        @JsonProperty
        Project.Builder id(long id);

        @JsonProperty
        Project.Builder name(String name);

        @JsonProperty
        Project.Builder slug(String slug);

        @JsonDeserialize(using = LenientMap.class)
        Project.Builder meta(Map<String, @Nullable Object> meta);

        @JsonAnySetter
        @JsonDeserialize(contentUsing = ExtraValue.class)
        Project.Builder extra(String name, @Nullable Object value);
    }

    @JsonDeserialize(builder = ProjectDomain.Builder.class)
    interface OfProjectDomain {}

    @JsonPOJOBuilder(withPrefix = "")
    interface OfProjectDomainBuilder {
        @JsonProperty
        ProjectDomain.Builder id(long id);

        @JsonProperty
        ProjectDomain.Builder domain(String domain);

        @JsonAnySetter
        @JsonDeserialize(contentUsing = ExtraValue.class)
        ProjectDomain.Builder extra(String name, @Nullable Object value);
    }

    @JsonDeserialize(builder = License.Builder.class)
    interface OfLicense {}

    @JsonPOJOBuilder(withPrefix = "")
    interface OfLicenseBuilder {
        @JsonProperty
        License.Builder id(long id);

        @JsonProperty("uuid")
        License.Builder key(LicenseKey key);

        @JsonDeserialize(using = LenientStringList.class)
        License.Builder allowedIps(List<String> addresses);

        @JsonDeserialize(using = LenientStringList.class)
        License.Builder allowedCountries(List<String> countries);

        @JsonAnySetter
        @JsonDeserialize(contentUsing = ExtraValue.class)
        License.Builder extra(String name, @Nullable Object value);
    }

    @JsonDeserialize(builder = Injectable.Builder.class)
    interface OfInjectable {}

    @JsonPOJOBuilder(withPrefix = "")
    interface OfInjectableBuilder {
        @JsonProperty
        Injectable.Builder id(long id);

        @JsonProperty
        Injectable.Builder slug(String slug);

        @JsonProperty
        Injectable.Builder type(InjectableType type);

        @JsonProperty
        Injectable.Builder mode(InjectableMode mode);

        /** The same field has two names, depending on the endpoint. */
        @JsonAlias("encrypted_content")
        Injectable.Builder content(@Nullable EncryptedContent content);

        @JsonDeserialize(using = LenientMap.class)
        Injectable.Builder meta(Map<String, @Nullable Object> meta);

        @JsonAnySetter
        @JsonDeserialize(contentUsing = ExtraValue.class)
        Injectable.Builder extra(String name, @Nullable Object value);
    }

    @JsonDeserialize(builder = DeliveredInjectable.Builder.class)
    interface OfDeliveredInjectable {}

    @JsonPOJOBuilder(withPrefix = "")
    interface OfDeliveredInjectableBuilder {
        @JsonProperty
        DeliveredInjectable.Builder slug(String slug);

        @JsonProperty
        DeliveredInjectable.Builder type(InjectableType type);

        @JsonProperty
        DeliveredInjectable.Builder mode(InjectableMode mode);

        /** The same field has two names, depending on the endpoint. */
        @JsonAlias("encrypted_content")
        DeliveredInjectable.Builder content(@Nullable EncryptedContent content);

        @JsonDeserialize(using = LenientMap.class)
        DeliveredInjectable.Builder meta(Map<String, @Nullable Object> meta);

        @JsonAnySetter
        @JsonDeserialize(contentUsing = ExtraValue.class)
        DeliveredInjectable.Builder extra(String name, @Nullable Object value);
    }

    @JsonDeserialize(builder = PaymentStatus.Builder.class)
    interface OfPaymentStatus {}

    @JsonPOJOBuilder(withPrefix = "")
    interface OfPaymentStatusBuilder {
        /** Null is an error rather than unpaid: without a status there is no result. */
        @JsonProperty
        @JsonSetter(nulls = Nulls.FAIL)
        PaymentStatus.Builder hasPaid(boolean hasPaid);

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        PaymentStatus.Builder injectables(List<DeliveredInjectable> injectables);

        @JsonAnySetter
        @JsonDeserialize(contentUsing = ExtraValue.class)
        PaymentStatus.Builder extra(String name, @Nullable Object value);
    }
}
