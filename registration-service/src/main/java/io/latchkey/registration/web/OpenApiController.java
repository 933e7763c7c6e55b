package io.latchkey.registration.web;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked here, for programs; for everybody. */
@RestController
class OpenApiController {

    private final byte[] document;

    OpenApiController() throws IOException {
        document = new ClassPathResource("openapi.json", getClass()).getContentAsByteArray();
    }

    @GetMapping(path = Routes.DOCUMENT, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> document() {
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(document);
    }
}
