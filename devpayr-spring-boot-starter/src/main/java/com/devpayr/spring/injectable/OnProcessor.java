package com.devpayr.spring.injectable;

import com.devpayr.injectables.InjectableProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the application applies injectables: one that does not need not have the settings for it bound at its start. */
final class OnProcessor extends SpringBootCondition implements ConfigurationCondition {
    private static final String ROOT = "devpayr.injectables.root";

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        if (context.getEnvironment().containsProperty(ROOT)) {
            return ConditionOutcome.match("a root is configured");
        }
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        return beans != null && beans.getBeanNamesForType(InjectableProcessor.class, true, false).length > 0
                ? ConditionOutcome.match("there is a processor")
                : ConditionOutcome.noMatch("neither a root nor a processor");
    }
}
