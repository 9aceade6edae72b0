package com.devpayr.examples.dashboard;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/** Security of the web application: a signature for DevPayr's webhooks, a login for all other requests. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain security(HttpSecurity http, @Value("${devpayr.webhooks.path}") String webhooks) {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/login", "/dashboard.css", "/icon.svg", "/webjars/**")
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, webhooks)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers(webhooks)) // authenticated by the signature
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .formLogin(form -> form.loginPage("/login"))
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                        reloadPage(), new RequestHeaderRequestMatcher("HX-Request")))
                .build();
    }

    /** Tells htmx to reload the page, which leads to the login page, instead of inserting the login page into it. */
    private static AuthenticationEntryPoint reloadPage() {
        return (request, response, failure) -> {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        };
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService users(DashboardProperties dashboard, PasswordEncoder encoder) {
        return new InMemoryUserDetailsManager(dashboard.users().entrySet().stream()
                .map(user -> user(user.getKey(), user.getValue(), encoder))
                .toList());
    }

    private static UserDetails user(String name, String password, PasswordEncoder encoder) {
        return User.withUsername(name)
                .password(password.startsWith("{") ? password : encoder.encode(password))
                .build();
    }

    /** Publishes the end of sessions, which ends their live updates. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }
}
