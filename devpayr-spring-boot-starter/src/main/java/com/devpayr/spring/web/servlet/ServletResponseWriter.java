package com.devpayr.spring.web.servlet;

import com.devpayr.enforcement.EnforcementResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes an {@link EnforcementResponse} to a servlet response. */
final class ServletResponseWriter {
    private ServletResponseWriter() {}

    static void write(EnforcementResponse source, HttpServletResponse response) throws IOException {
        response.setStatus(source.status());
        source.headers().forEach(response::setHeader);
        response.getOutputStream().write(source.body().getBytes(StandardCharsets.UTF_8));
    }
}
