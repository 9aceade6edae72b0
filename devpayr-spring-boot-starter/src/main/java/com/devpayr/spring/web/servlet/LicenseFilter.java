package com.devpayr.spring.web.servlet;

import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.spring.web.EnforcementService;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/** Answers in the application's place while its copy is not licensed. */
final class LicenseFilter extends OncePerRequestFilter {
    private final EnforcementService admission;

    LicenseFilter(EnforcementService admission) {
        this.admission = admission;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<EnforcementResponse> answer = answer(request);
        if (answer.isPresent()) {
            ServletResponseWriter.write(answer.get(), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<EnforcementResponse> answer(HttpServletRequest request) throws ServletException {
        String path =
                ServletRequestPathUtils.parse(request).pathWithinApplication().value();
        try {
            return admission.decide(path, request.getHeader("Accept")).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServletException("interrupted before it was known whether this copy is licensed", interrupted);
        } catch (ExecutionException impossible) {
            throw new ServletException(impossible.getCause());
        }
    }
}
