package io.latchkey.verification;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

@SpringBootApplication
public class VerificationServiceApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    /** Reads {@code verification-service.yml}, so that it can share a class path with the other services. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(VerificationServiceApplication.class)
                .properties("spring.config.name=verification-service");
    }
}
