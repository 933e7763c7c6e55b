package io.latchkey.registration;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

@SpringBootApplication
public class RegistrationServiceApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    /** Reads {@code registration-service.yml}, so that it can share a class path with the other services. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(RegistrationServiceApplication.class)
                .properties("spring.config.name=registration-service");
    }
}
