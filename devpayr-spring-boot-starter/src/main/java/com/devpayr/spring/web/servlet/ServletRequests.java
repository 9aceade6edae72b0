package com.devpayr.spring.web.servlet;

import com.devpayr.enforcement.EnforcementRequest;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import org.springframework.web.util.ServletRequestPathUtils;

/** Translates servlet requests for enforcement. */
final class ServletRequests {
    /** The name of Spring MVC's servlet in a Spring Boot application. */
    private static final String SPRING_MVC = "dispatcherServlet";

    private ServletRequests() {}

    static EnforcementRequest of(HttpServletRequest request) {
        String uri = request.getRequestURI();
        int prefix = uri.length() - path(request).length();
        return EnforcementRequest.of(
                request.getMethod(), uri.substring(0, prefix), uri.substring(prefix), request::getHeader);
    }

    /**
     * Returns the path below the context path, and below the path of Spring MVC's servlet if that handles the request. The path
     * of any other servlet is part of the path: {@code /admin/css/x} of a servlet at {@code /admin/*} is not {@code /css/x}.
     */
    private static String path(HttpServletRequest request) {
        return isMappedByPrefix(request.getHttpServletMapping())
                ? ServletRequestPathUtils.parse(request).pathWithinApplication().value()
                : request.getRequestURI().substring(request.getContextPath().length());
    }

    private static boolean isMappedByPrefix(HttpServletMapping mapping) {
        return SPRING_MVC.equals(mapping.getServletName()) && mapping.getMappingMatch() == MappingMatch.PATH;
    }
}
