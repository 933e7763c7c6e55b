package io.latchkey.notification.text;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What every message says.
 *
 * @param sender who sends it; ASCII, so that it does not make a text message longer than a segment
 * @param webOtpDomain the portal's domain, for the WebOTP line with which browsers fill the code in; the line is left out
 *     where a text would not fit one segment with it. Empty: never
 */
@Validated
@ConfigurationProperties("latchkey.notification.text")
public record TextProperties(
        @DefaultValue("Latchkey") @NotBlank @Size(max = 11) @Pattern(regexp = "[ -Z_a-z]*")
        String sender,

        @Nullable @Pattern(regexp = "[a-z0-9.-]{0,60}") String webOtpDomain) {}
