package com.devpayr.spring.inmemory;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.testkit.FakeLicense;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@WebMvcTest(properties = {"devpayr.guard.startup=off", "devpayr.enforcement.mode=page"})
@AutoConfigureDevPayrFake
class WebSliceTest {
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Pages.class)
    static class Application {}

    @RestController
    static class Pages {
        @GetMapping("/")
        String home() {
            return "home";
        }
    }

    @Test
    void enforcesTheLicenseInASliceOfSpringMvc(
            @Autowired MockMvc mvc, @Autowired FakeLicense license, @Autowired LicenseGuard guard) throws Exception {
        mvc.perform(get("/")).andExpect(status().isOk()).andExpect(content().string("home"));

        license.revoked();
        guard.refresh().join();

        mvc.perform(get("/")).andExpect(status().isPaymentRequired());
    }
}
