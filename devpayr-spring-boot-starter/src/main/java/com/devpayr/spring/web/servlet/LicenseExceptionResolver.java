package com.devpayr.spring.web.servlet;

import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.spring.web.DenialResponses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers a refusal that a handler of Spring MVC threw, after the application's own exception handlers. */
final class LicenseExceptionResolver implements HandlerExceptionResolver, Ordered {
    private static final int AFTER_THE_APPLICATIONS = 1;

    private final LicenseEnforcer gate;

    LicenseExceptionResolver(LicenseEnforcer gate) {
        this.gate = gate;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        EnforcementResponse answer = DenialResponses.of(failure, gate, request.getHeader("Accept"));
        if (answer == null || response.isCommitted()) {
            return null;
        }
        try {
            ServletResponseWriter.write(answer, response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }

    @Override
    public int getOrder() {
        return AFTER_THE_APPLICATIONS;
    }
}
