package com.devpayr.spring.method;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Finds annotations on types and their methods, including superclasses and interfaces. */
final class AnnotatedTypes {
    private AnnotatedTypes() {}

    static boolean hasAnnotation(Class<?> type, Class<? extends Annotation> annotation) {
        Class<?> userClass = ClassUtils.getUserClass(type);
        return AnnotationUtils.isCandidateClass(userClass, annotation)
                && !isSpringType(userClass)
                && (AnnotatedElementUtils.hasAnnotation(userClass, annotation) || hasMethod(userClass, annotation));
    }

    private static boolean hasMethod(Class<?> type, Class<? extends Annotation> annotation) {
        for (Method method : ReflectionUtils.getAllDeclaredMethods(type)) {
            if (method.getDeclaringClass() != Object.class && AnnotatedElementUtils.hasAnnotation(method, annotation)) {
                return true;
            }
        }
        return false;
    }

    /** Skips Spring's own beans like {@code EventListenerMethodProcessor} does. */
    private static boolean isSpringType(Class<?> type) {
        return type.getName().startsWith("org.springframework.")
                && !AnnotatedElementUtils.isAnnotated(type, Component.class);
    }
}
