package com.devpayr.testkit.contract;

import com.devpayr.operation.Operation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a contract test that checks the result or the effect of operations. {@link OperationCoverage} fails the test unless the
 * platform has processed each of them; a stub response does not count.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Verifies {
    /** The operations. */
    Operation[] value();
}
