package io.latchkey.registration.web;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * Closes everything under {@code /v1} but to whom {@link Access} lets in. What operators use, {@code /actuator}, is not
 * touched: it is kept from others by the network, as before.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(TokenProperties.class)
class SecurityConfiguration {

    /** Where Boot would put it: after what reads the request's encoding, before what handles it. */
    private static final int FILTER_ORDER = -100;

    @Bean
    Access access(TokenProperties properties) {
        return new Access(properties);
    }

    @Bean
    JwtDecoder jwtDecoder(TokenProperties properties) {
        return TokenDecoders.of(properties);
    }

    @Bean
    SecurityFilterChain reads(HttpSecurity http, JwtDecoder decoder, Access access, ProblemWriter problems) {
        return http.securityMatcher("/v1/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(Routes.ACCOUNT, Routes.ELIGIBILITY)
                        .access(access.ofThePersonOrWith(Scope.STATUS))
                        .requestMatchers(Routes.REVEAL)
                        .access(access.ofThePersonOrWith(Scope.REVEAL))
                        .requestMatchers(Routes.REPORT, Routes.SUMMARY)
                        .access(access.with(Scope.REPORT))
                        .requestMatchers(Routes.DRY_RUN)
                        .access(access.with(Scope.DRY_RUN))
                        .requestMatchers(Routes.TENANT + "/**")
                        .access(access.ofTenant())
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(decoder))
                        .authenticationEntryPoint(problems::unauthenticated)
                        .accessDeniedHandler(problems::forbidden))
                .exceptionHandling(denied -> denied.authenticationEntryPoint(problems::unauthenticated)
                        .accessDeniedHandler(problems::forbidden))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .addHeaderWriter(new StaticHeadersWriter("Cache-Control", "no-store")))
                .build();
    }

    /** The ids of tenants and users may hold what other applications have no use for; both sides read a path alike. */
    @Bean
    HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowSemicolon(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowUrlEncodedPeriod(true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return (_, response, _) -> problems.write(Problem.of(ProblemKind.BAD_REQUEST), response);
    }

    @Bean
    FilterRegistrationBean<Filter> securityFilter(@Qualifier("springSecurityFilterChain") Filter chain) {
        var registration = new FilterRegistrationBean<>(chain);
        registration.setOrder(FILTER_ORDER);
        return registration;
    }
}
