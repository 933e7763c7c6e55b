package io.latchkey.registration.web;

import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Who may ask what. Judged by token and path alone, before anything is looked up: a refusal cannot tell whether there is
 * such a tenant or account.
 */
final class Access {

    private final TokenProperties properties;

    Access(TokenProperties properties) {
        this.properties = properties;
    }

    /** Any token of the tenant. */
    AuthorizationManager<RequestAuthorizationContext> ofTenant() {
        return where((_, _) -> true);
    }

    AuthorizationManager<RequestAuthorizationContext> with(Scope scope) {
        return where((caller, _) -> scope.isGivenTo(caller));
    }

    AuthorizationManager<RequestAuthorizationContext> ofThePersonOrWith(Scope scope) {
        return where((caller, path) -> scope.isGivenTo(caller) || isPerson(caller, path.get("userId")));
    }

    boolean isPerson(JwtAuthenticationToken caller, @Nullable String userId) {
        return userId != null && userId.equals(claim(caller, properties.userClaim()));
    }

    private AuthorizationManager<RequestAuthorizationContext> where(
            BiPredicate<JwtAuthenticationToken, Map<String, String>> allowed) {
        return new AuthorizationManager<>() {
            @Override
            public AuthorizationResult authorize(
                    Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext request) {
                return new AuthorizationDecision(caller.get() instanceof JwtAuthenticationToken token
                        && isOfTenant(token, request.getVariables().get("tenantId"))
                        && allowed.test(token, request.getVariables()));
            }
        };
    }

    private boolean isOfTenant(JwtAuthenticationToken caller, @Nullable String tenantId) {
        return tenantId != null && tenantId.equals(claim(caller, properties.tenantClaim()));
    }

    /** A claim that is no string names nobody. */
    private static @Nullable Object claim(JwtAuthenticationToken caller, String name) {
        return caller.getToken().getClaims().get(name);
    }
}
