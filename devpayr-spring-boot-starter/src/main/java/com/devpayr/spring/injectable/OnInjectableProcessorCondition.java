package com.devpayr.spring.injectable;

import com.devpayr.injectables.InjectableProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches when the application applies injectables: a root is configured, or there is an {@link InjectableProcessor}.
 * Otherwise the properties for applying injectables need not be bound at startup.
 */
final class OnInjectableProcessorCondition extends SpringBootCondition implements ConfigurationCondition {
    private static final String ROOT = "devpayr.injectables.root";

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        if (context.getEnvironment().containsProperty(ROOT)) {
            return ConditionOutcome.match("found property " + ROOT);
        }
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        return beans != null && beans.getBeanNamesForType(InjectableProcessor.class, true, false).length > 0
                ? ConditionOutcome.match("found an InjectableProcessor bean")
                : ConditionOutcome.noMatch("found neither property " + ROOT + " nor an InjectableProcessor bean");
    }
}
