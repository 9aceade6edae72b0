package com.devpayr.spring.web.servlet;

import com.devpayr.gate.Gate;
import com.devpayr.gate.GateAnswer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/** Answers in the application's place while its copy is not licensed. Waits for DevPayr only before its first answer. */
final class LicenseFilter extends OncePerRequestFilter {
    private final Gate gate;
    private final LicenseGuard guard;

    LicenseFilter(Gate gate, LicenseGuard guard) {
        this.gate = gate;
        this.guard = guard;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        GateAnswer answer = answer(request);
        if (answer == null) {
            chain.doFilter(request, response);
        } else {
            write(answer, response);
        }
    }

    private @Nullable GateAnswer answer(HttpServletRequest request) {
        String path =
                ServletRequestPathUtils.parse(request).pathWithinApplication().value();
        if (!gate.guards(path)) {
            return null;
        }
        return gate.answer(guard, verdict(), path, request.getHeader("Accept"));
    }

    private Verdict verdict() {
        Verdict known = guard.current();
        boolean asked =
                !(known instanceof Verdict.Unknown unknown) || unknown.cause() != Verdict.Unknown.Cause.NOT_ASKED;
        return asked ? known : guard.check();
    }

    private static void write(GateAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
