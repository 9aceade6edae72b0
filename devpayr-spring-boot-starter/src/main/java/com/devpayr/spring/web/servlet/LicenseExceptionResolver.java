package com.devpayr.spring.web.servlet;

import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.spring.web.DenialResponses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Handles license exceptions in Spring MVC, after the application's own exception handlers. */
final class LicenseExceptionResolver implements HandlerExceptionResolver, Ordered {
    /** After the exception handlers of Spring MVC, which have order 0. */
    private static final int ORDER = 1;

    private final DenialResponses responses;

    LicenseExceptionResolver(DenialResponses responses) {
        this.responses = responses;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        EnforcementResponse denial = responses.of(exception, ServletRequests.of(request));
        if (denial == null || response.isCommitted()) {
            return null;
        }
        try {
            ServletResponseWriter.write(denial, response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ModelAndView();
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
