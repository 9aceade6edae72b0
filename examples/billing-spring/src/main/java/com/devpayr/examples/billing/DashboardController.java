package com.devpayr.examples.billing;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Controller of the page with licenses and payments. */
@Controller
class DashboardController {
    private final Purchases purchases;

    DashboardController(Purchases purchases) {
        this.purchases = purchases;
    }

    @GetMapping("/")
    String dashboard(Model model) {
        model.addAttribute("lines", purchases.latestLines());
        return "dashboard";
    }
}
