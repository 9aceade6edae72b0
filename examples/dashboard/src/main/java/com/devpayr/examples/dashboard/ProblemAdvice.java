package com.devpayr.examples.dashboard;

import com.devpayr.error.DevPayrException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows failures of DevPayr as pages that say what happened and what to do. */
@ControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ModelAndView handle(DevPayrException failure, HttpServletRequest request) {
        LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), failure.getMessage());
        Problem problem = Problem.of(failure);
        ModelAndView page = new ModelAndView("problem", problem.status());
        page.addObject("problem", problem);
        page.addObject("list", list(request));
        page.addObject("isRetried", problem.status().is5xxServerError() && "GET".equals(request.getMethod()));
        return page;
    }

    /** Returns the path of the list that leads to the page of the request. */
    private static String list(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> ids && ids.containsKey("licenseId")
                ? "/projects/" + ids.get("projectId")
                : "/";
    }
}
