package com.devpayr.examples.dashboard;

import com.devpayr.domain.DomainService;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentService;
import com.devpayr.project.ProjectService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Controller of the pages that show projects and their licenses and domains. */
@Controller
class ProjectController {
    private final ProjectService projects;
    private final DomainService domains;
    private final PaymentService payments;
    private final LicenseSearch search;

    ProjectController(ProjectService projects, DomainService domains, PaymentService payments, LicenseSearch search) {
        this.projects = projects;
        this.domains = domains;
        this.payments = payments;
        this.search = search;
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }

    @GetMapping("/")
    String projects(@RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("page", projects.list(PageRequest.first().withCursor(cursor)));
        return "projects";
    }

    @GetMapping("/projects/{projectId}")
    String licenses(@PathVariable long projectId, @ModelAttribute("query") LicenseQuery query, Model model) {
        addProject(projectId, model);
        model.addAttribute("page", search.find(projectId, query));
        return "licenses";
    }

    @GetMapping("/projects/{projectId}/domains")
    String domains(@PathVariable long projectId, @RequestParam(required = false) @Nullable String cursor, Model model) {
        addProject(projectId, model);
        model.addAttribute("page", domains.list(projectId, PageRequest.first().withCursor(cursor)));
        return "domains";
    }

    /** Adds the project, and its payment state separately: DevPayr caches a single project for 15 minutes. */
    private void addProject(long projectId, Model model) {
        model.addAttribute("project", projects.get(projectId));
        model.addAttribute(
                "paid", payments.status(projectId, PaymentQuery.ofProject()).hasPaid());
    }
}
