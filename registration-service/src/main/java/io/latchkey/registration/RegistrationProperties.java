package io.latchkey.registration;

import io.latchkey.registration.policy.MethodKind;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What every tenant's accounts may and must do.
 *
 * @param methodsOffered the kinds that people may register
 * @param reconfirmAfter how long a proof or confirmation holds, give or take a tenth; 0 for ever
 */
@Validated
@ConfigurationProperties("latchkey.registration")
record RegistrationProperties(
        @DefaultValue({"MOBILE_PHONE", "EMAIL"}) @NotNull Set<MethodKind> methodsOffered,

        @DefaultValue("180d") @DurationMin @DurationMax(days = 730)
        Duration reconfirmAfter) {}
