package com.devpayr.examples.dashboard;

import com.devpayr.DevPayr;
import com.devpayr.license.License;
import com.devpayr.license.LicenseStatus;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.project.Project;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Controller of the pages of a license. */
@Controller
@RequestMapping("/projects/{projectId}/licenses/{licenseId}")
class LicenseController {
    private final DevPayr devpayr;
    private final StateChanges changes;
    private final Clock clock;

    LicenseController(DevPayr devpayr, StateChanges changes, Clock clock) {
        this.devpayr = devpayr;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable long projectId, @PathVariable long licenseId, Model model) {
        Project project = devpayr.projects().get(projectId);
        License license = devpayr.licenses().get(projectId, licenseId);
        PaymentStatus payment = devpayr.payments().status(projectId, PaymentQuery.ofProject());
        List<StateChange> recorded = changes.of(StateChange.license(licenseId), StateChange.project(projectId));
        model.addAttribute("project", project);
        model.addAttribute("paid", payment.hasPaid());
        model.addAttribute("license", license);
        model.addAttribute("status", status(license, recorded));
        model.addAttribute(
                "history",
                VerdictHistory.of(license, projectId, recorded, StateChange.denial(project), clock.instant()));
        return "license";
    }

    /** Returns the status that a webhook reported, if it is newer: DevPayr caches a single license for 15 minutes. */
    private static @Nullable LicenseStatus status(License license, List<StateChange> oldestFirst) {
        return oldestFirst.stream()
                .filter(change -> change.resource().equals(StateChange.license(license.id())))
                .filter(change -> license.updatedAt() == null || change.at().isAfter(license.updatedAt()))
                .reduce((older, newer) -> newer)
                .map(StateChange::status)
                .orElse(license.status());
    }

    @GetMapping("/{action:revoke|reactivate}")
    String confirm(
            @PathVariable long projectId,
            @PathVariable long licenseId,
            @PathVariable String action,
            @ModelAttribute("query") LicenseQuery query,
            Model model) {
        model.addAttribute("license", devpayr.licenses().get(projectId, licenseId));
        return "confirm";
    }

    @PostMapping("/revoke")
    String revoke(
            @PathVariable long projectId,
            @PathVariable long licenseId,
            @ModelAttribute("query") LicenseQuery query,
            RedirectAttributes redirect) {
        devpayr.licenses().revoke(projectId, licenseId);
        return list(query, "The license was revoked.", redirect);
    }

    @PostMapping("/reactivate")
    String reactivate(
            @PathVariable long projectId,
            @PathVariable long licenseId,
            @ModelAttribute("query") LicenseQuery query,
            RedirectAttributes redirect) {
        devpayr.licenses().reactivate(projectId, licenseId);
        return list(query, "The license was reactivated.", redirect);
    }

    /** Redirects to the list, since DevPayr caches a single license for 15 minutes. */
    private static String list(LicenseQuery query, String message, RedirectAttributes redirect) {
        redirect.addAllAttributes(query.parameters());
        redirect.addFlashAttribute("message", message);
        return "redirect:/projects/{projectId}";
    }
}
