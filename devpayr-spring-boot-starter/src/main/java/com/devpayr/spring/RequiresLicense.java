package com.devpayr.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Indicates that a bean's method, or every method of a type, requires a license.
 *
 * <pre>{@code
 * @RequiresLicense
 * @GetMapping("/reports")
 * Report report() { ... }
 * }</pre>
 *
 * <p>If the application is not permitted to run, the call throws {@link com.devpayr.error.LicenseDeniedException}, or {@link
 * com.devpayr.error.LicenseUnknownException} if the verdict is unknown and the outage policy does not permit that. Spring MVC
 * and WebFlux respond to both as configured for enforcement, unless the application handles them. Without a license key the
 * call is denied.
 *
 * <p>Before the first license check the call waits for it. A method that returns a {@code CompletableFuture}, {@code
 * CompletionStage} or reactive type does not block; its result or the exception is delivered through the returned object.
 *
 * <p>As with {@code @Transactional}, the annotation has no effect on calls within a bean. If it is on a final class or on a
 * final, private or static method, the bean cannot be created: the call could not be intercepted.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresLicense {}
