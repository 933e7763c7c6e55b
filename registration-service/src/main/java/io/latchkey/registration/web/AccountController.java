package io.latchkey.registration.web;

import io.latchkey.registration.method.AccountStatus;
import io.latchkey.registration.method.Verdict;
import io.latchkey.registration.mongo.Accounts;
import io.latchkey.registration.policy.Policies;
import java.time.InstantSource;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One account. */
@RestController
class AccountController {

    private final Accounts accounts;
    private final Policies policies;
    private final EvenPace pace;
    private final InstantSource clock = InstantSource.system();

    AccountController(Accounts accounts, Policies policies, EvenPace pace) {
        this.accounts = accounts;
        this.policies = policies;
        this.pace = pace;
    }

    @GetMapping(Routes.ACCOUNT)
    AccountView status(@PathVariable String tenantId, @PathVariable String userId, JwtAuthenticationToken caller) {
        return accounts.find(Paths.account(tenantId, userId))
                .flatMap(found -> accounts.open(found)
                        .map(state -> AccountStatus.of(state, policies.of(tenantId), clock.instant()))
                        .map(status -> AccountView.of(found, status, Scope.REPORT.isGivenTo(caller))))
                .orElseThrow(() -> new ProblemException(ProblemKind.UNKNOWN_ACCOUNT));
    }

    /** The same for all whom nobody knows as for those with nothing registered, and after the same time. */
    @GetMapping(Routes.ELIGIBILITY)
    EligibilityView eligibility(@PathVariable String tenantId, @PathVariable String userId) {
        var key = Paths.account(tenantId, userId);
        return pace.take(() -> {
            var inForce = policies.of(tenantId);
            var verdict = accounts.look(key)
                    .map(state -> Verdict.of(state, inForce, clock.instant()))
                    .orElseGet(() -> Verdict.ofNobody(inForce, clock.instant()));
            return EligibilityView.of(verdict, inForce.policy().help());
        });
    }
}
