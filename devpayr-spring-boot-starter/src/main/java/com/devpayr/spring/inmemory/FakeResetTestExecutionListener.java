package com.devpayr.spring.inmemory;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.util.ClassUtils;

/**
 * Restores the in-memory DevPayr after each test: its data, its clock unless that follows another one, and the guard's verdict are
 * those before the test. The request log and stub responses are cleared, simulated location, rate limit and caches are switched off.
 */
final class FakeResetTestExecutionListener implements TestExecutionListener, Ordered {
    private static final String STATE = FakeResetTestExecutionListener.class.getName() + ".state";
    private static final boolean TESTKIT = ClassUtils.isPresent(
            "com.devpayr.testkit.InMemoryDevPayr", FakeResetTestExecutionListener.class.getClassLoader());

    @Override
    public void beforeTestMethod(TestContext test) {
        FakeState state = TESTKIT && test.hasApplicationContext() ? FakeState.of(test.getApplicationContext()) : null;
        if (state != null) {
            test.setAttribute(STATE, state);
        }
    }

    @Override
    public void afterTestMethod(TestContext test) {
        if (test.removeAttribute(STATE) instanceof FakeState state) {
            state.restore();
        }
    }

    /** Like Spring Boot's listeners that reset mocks: closest to the test. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 100;
    }
}
