package com.devpayr.spring.guard;

import com.devpayr.spring.DevPayrConnectionDetails;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.PlaceholderResolutionException;
import org.springframework.util.ReflectionUtils;

/** Matches if a license key is configured or may be provided by a {@link DevPayrConnectionDetails} bean. */
final class OnLicenseKeyCondition extends SpringBootCondition implements ConfigurationCondition {
    private static final String PROPERTIES_DETAILS = "com.devpayr.spring.PropertiesConnectionDetails";

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("DevPayr license key");
        if (hasCustomDetails(context.getBeanFactory())) {
            return ConditionOutcome.match(message.because("a DevPayrConnectionDetails bean may provide a license key"));
        }
        return isSet(context, "devpayr.license-key") || isSet(context, "devpayr.license-key-file")
                ? ConditionOutcome.match(message.because("a license key is configured"))
                : ConditionOutcome.noMatch(message.because("no license key is configured"));
    }

    /** A property with a placeholder that cannot be resolved is set: the client's configuration reports it. */
    private static boolean isSet(ConditionContext context, String property) {
        try {
            String value = context.getEnvironment().getProperty(property);
            return value != null && !value.isBlank();
        } catch (PlaceholderResolutionException unresolved) {
            return true;
        }
    }

    private static boolean hasCustomDetails(@Nullable ConfigurableListableBeanFactory beans) {
        if (beans == null) {
            return false;
        }
        for (String name : beans.getBeanNamesForType(DevPayrConnectionDetails.class, true, false)) {
            Class<?> type = beans.getType(name, false);
            if (type == null || mayProvideLicenseKey(type)) {
                return true;
            }
        }
        return false;
    }

    /** Assumes a license key if the bean's implementation class is not known. */
    private static boolean mayProvideLicenseKey(Class<?> type) {
        return !type.getName().equals(PROPERTIES_DETAILS) && (type.isInterface() || overridesLicenseKey(type));
    }

    private static boolean overridesLicenseKey(Class<?> type) {
        Method licenseKey = ReflectionUtils.findMethod(type, "licenseKey");
        return licenseKey == null || licenseKey.getDeclaringClass() != DevPayrConnectionDetails.class;
    }
}
