package com.devpayr.spring;

import java.lang.reflect.Member;
import java.lang.reflect.Modifier;

/** Thrown at startup if {@link RequiresLicense} cannot take effect, since a proxy cannot intercept the annotated element. */
public final class UnsupportedRequiresLicenseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnsupportedRequiresLicenseException(String message) {
        super(message);
    }

    /** Creates an exception for a method that is private, static or final. */
    public static UnsupportedRequiresLicenseException ofMethod(Member method) {
        String modifier = Modifier.isPrivate(method.getModifiers())
                ? "private"
                : Modifier.isStatic(method.getModifiers()) ? "static" : "final";
        return new UnsupportedRequiresLicenseException("@RequiresLicense has no effect on "
                + method.getDeclaringClass().getName() + "." + method.getName() + "(), which is " + modifier + ".");
    }

    /** Creates an exception for a class that is final. */
    public static UnsupportedRequiresLicenseException ofClass(Class<?> type) {
        return new UnsupportedRequiresLicenseException(
                "@RequiresLicense has no effect on " + type.getName() + ", which is a final class.");
    }
}
