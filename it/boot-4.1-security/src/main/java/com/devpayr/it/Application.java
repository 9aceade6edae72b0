package com.devpayr.it;

import static org.springframework.security.config.Customizer.withDefaults;

import com.devpayr.spring.RequiresLicense;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A licensed application with Spring Security. */
@SpringBootApplication
@EnableMethodSecurity
public class Application {
    // <security>
    @Bean
    SecurityFilterChain security(HttpSecurity http, @Value("${devpayr.webhooks.path}") String webhooks)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, webhooks)
                        .permitAll() // authenticated by the signature
                        .requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .requestMatchers(EndpointRequest.to("devpayr"))
                        .hasRole("OPERATOR")
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers(webhooks)
                        .ignoringRequestMatchers(EndpointRequest.to("devpayr")))
                .httpBasic(withDefaults())
                .build();
    }
    // </security>

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                User.withUsername("jane").password("{noop}password").roles("CUSTOMER").build(),
                User.withUsername("ops").password("{noop}password").roles("OPERATOR").build());
    }

    @RestController
    static class Pages {
        @GetMapping("/")
        String home() {
            return "home";
        }

        @GetMapping("/reports")
        @RequiresLicense
        @PreAuthorize("hasRole('OPERATOR')")
        String reports() {
            return "reports";
        }
    }
}
