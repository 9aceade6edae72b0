package com.devpayr.spring.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Requests to a servlet that says "the shop", through the license filter of an application. */
final class ServletRequests {
    private ServletRequests() {}

    static MockHttpServletResponse get(ApplicationContext context, String path, String accept) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.addHeader("Accept", accept);
        return serve(context, request);
    }

    static MockHttpServletResponse serve(ApplicationContext context, MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        Filter filter =
                requireNonNull(context.getBean(FilterRegistrationBean.class).getFilter());
        MockFilterChain chain = new MockFilterChain(
                new HttpServlet() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                        response.getWriter().write("the shop");
                    }
                },
                filter);
        chain.doFilter(request, response);
        return response;
    }
}
