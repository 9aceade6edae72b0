package com.devpayr.spring.method;

import com.devpayr.spring.RequiresLicense;
import com.devpayr.spring.UnsupportedRequiresLicenseException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Verifies that a subclass can intercept all methods that require a license: any other would be called without a check. */
final class ProxyRequirements {
    private ProxyRequirements() {}

    /**
     * Verifies a class with annotations.
     *
     * @throws UnsupportedRequiresLicenseException if an annotation cannot take effect
     */
    static void verify(Class<?> beanClass) {
        Class<?> type = ClassUtils.getUserClass(beanClass);
        boolean all = AnnotatedElementUtils.hasAnnotation(type, RequiresLicense.class);
        for (Method method : ReflectionUtils.getAllDeclaredMethods(type)) {
            if (isSubject(method, all) && !isOverridable(method)) {
                throw UnsupportedRequiresLicenseException.ofMethod(method);
            }
        }
        if (Modifier.isFinal(type.getModifiers())) {
            throw UnsupportedRequiresLicenseException.ofClass(type);
        }
    }

    /** An annotated type's private and static methods are its own; final ones are called from elsewhere. */
    private static boolean isSubject(Method method, boolean typeIsAnnotated) {
        if (method.getDeclaringClass() == Object.class || method.isSynthetic()) {
            return false;
        }
        int modifiers = method.getModifiers();
        return AnnotatedElementUtils.hasAnnotation(method, RequiresLicense.class)
                || (typeIsAnnotated && !Modifier.isPrivate(modifiers) && !Modifier.isStatic(modifiers));
    }

    private static boolean isOverridable(Method method) {
        return (method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL)) == 0;
    }
}
