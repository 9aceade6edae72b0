package com.devpayr.spring.web.servlet;

import com.devpayr.enforcement.EnforcementResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes what is answered in the application's place. */
final class ServletResponseWriter {
    private ServletResponseWriter() {}

    static void write(EnforcementResponse answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
