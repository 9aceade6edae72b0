package com.devpayr.spring.method;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Finds out whether a bean's type has an annotation anywhere, also on what it inherits or implements. */
final class AnnotatedTypes {
    private AnnotatedTypes() {}

    static boolean has(Class<?> type, Class<? extends Annotation> annotation) {
        Class<?> own = ClassUtils.getUserClass(type);
        return AnnotationUtils.isCandidateClass(own, annotation)
                && !isOfSpring(own)
                && (AnnotatedElementUtils.hasAnnotation(own, annotation) || hasMethod(own, annotation));
    }

    private static boolean hasMethod(Class<?> type, Class<? extends Annotation> annotation) {
        for (Method method : ReflectionUtils.getAllDeclaredMethods(type)) {
            if (method.getDeclaringClass() != Object.class && AnnotatedElementUtils.hasAnnotation(method, annotation)) {
                return true;
            }
        }
        return false;
    }

    /** As Spring itself tells its own beans when it looks for listeners. */
    private static boolean isOfSpring(Class<?> type) {
        return type.getName().startsWith("org.springframework.")
                && !AnnotatedElementUtils.isAnnotated(type, Component.class);
    }
}
