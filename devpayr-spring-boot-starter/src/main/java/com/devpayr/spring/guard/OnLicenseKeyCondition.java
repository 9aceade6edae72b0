package com.devpayr.spring.guard;

import com.devpayr.spring.DevPayrConnectionDetails;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ReflectionUtils;

/** Whether this is a licensed copy: a backend alone has no license to ask for. Shows no key. */
final class OnLicenseKeyCondition extends SpringBootCondition implements ConfigurationCondition {
    private static final String OF_THE_PROPERTIES = "com.devpayr.spring.PropertiesConnectionDetails";

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        if (isSet(context, "devpayr.license-key") || isSet(context, "devpayr.license-key-file")) {
            return ConditionOutcome.match("a license key is configured");
        }
        return hasOtherDetails(context.getBeanFactory())
                ? ConditionOutcome.match("the connection comes from a bean")
                : ConditionOutcome.noMatch("no license key is configured");
    }

    /** A bean whose own class is not known here is taken to have a key. */
    private static boolean mayNameALicense(Class<?> type) {
        return !type.getName().equals(OF_THE_PROPERTIES) && (type.isInterface() || !leavesLicenseOut(type));
    }

    private static boolean leavesLicenseOut(Class<?> type) {
        Method licenseKey = ReflectionUtils.findMethod(type, "licenseKey");
        return licenseKey != null && licenseKey.getDeclaringClass() == DevPayrConnectionDetails.class;
    }

    private static boolean isSet(ConditionContext context, String property) {
        String value = context.getEnvironment().getProperty(property);
        return value != null && !value.isBlank();
    }

    private static boolean hasOtherDetails(@Nullable ConfigurableListableBeanFactory beans) {
        if (beans == null) {
            return false;
        }
        for (String name : beans.getBeanNamesForType(DevPayrConnectionDetails.class, true, false)) {
            Class<?> type = beans.getType(name, false);
            if (type == null || mayNameALicense(type)) {
                return true;
            }
        }
        return false;
    }
}
