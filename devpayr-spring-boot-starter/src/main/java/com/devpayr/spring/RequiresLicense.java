package com.devpayr.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only a licensed copy may call this method, or any method of this type, of a bean.
 *
 * <pre>{@code
 * @RequiresLicense
 * @GetMapping("/reports")
 * Report report() { ... }
 * }</pre>
 *
 * <p>A call of a copy that may not run ends with {@link com.devpayr.error.LicenseDeniedException}, or with {@link
 * com.devpayr.error.LicenseUnknownException} where nobody can tell and the policy permits no such copy. MVC and WebFlux
 * answer both as the enforcement's page or problem, unless the application handles them itself. A copy without a license
 * key is refused too.
 *
 * <p>Before DevPayr's first answer the call waits for it. A method that returns a {@code CompletableFuture}, a {@code
 * CompletionStage} or a reactive type holds no thread meanwhile: the exception, or what the method returns, comes through
 * what is returned.
 *
 * <p>Like {@code @Transactional} it stands around beans: a call within a bean is not looked at, and neither class nor
 * method may be final or private.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresLicense {}
