package io.latchkey.embedded.demo;

import io.latchkey.embedded.installation.Installation;
import io.latchkey.embedded.installation.Issuer;
import io.latchkey.embedded.installation.Service;
import io.latchkey.registration.policy.Policies;
import io.latchkey.registration.schedule.ReconfirmationScan;
import io.latchkey.registration.schedule.ScanClock;
import io.latchkey.verification.code.VerificationPolicies;
import java.util.Objects;

/** What only a demonstration may touch: the clock and the scan of the installation, what it follows and what it keeps. */
record Backstage(ScanClock clock, ReconfirmationScan scan, Followers followers, ReadApi api, Kept kept) {

    static Backstage of(Installation installation) {
        var registration = Objects.requireNonNull(
                installation.addresses().management().get(Service.REGISTRATION), "every service has an address");
        return new Backstage(
                installation.bean(Service.REGISTRATION, ScanClock.class),
                installation.bean(Service.REGISTRATION, ReconfirmationScan.class),
                new Followers(
                        installation.bean(Service.REGISTRATION, Policies.class),
                        installation.bean(Service.VERIFICATION, VerificationPolicies.class)),
                new ReadApi(registration, Issuer.of(installation.directory())),
                new Kept(
                        installation.addresses().mongodb(),
                        installation.settings().databasePrefix()));
    }
}
