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

/** A filter that responds to requests while the application is not permitted to run. */
final class LicenseFilter extends OncePerRequestFilter {
    private final EnforcementService enforcement;

    LicenseFilter(EnforcementService enforcement) {
        this.enforcement = enforcement;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<EnforcementResponse> denial = evaluate(request);
        if (denial.isPresent()) {
            ServletResponseWriter.write(denial.get(), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<EnforcementResponse> evaluate(HttpServletRequest request) throws ServletException {
        try {
            return enforcement.evaluate(ServletRequests.of(request)).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServletException("interrupted while waiting for the license check", interrupted);
        } catch (ExecutionException failed) { // the application's message formatter
            throw new ServletException(failed.getCause());
        }
    }
}
