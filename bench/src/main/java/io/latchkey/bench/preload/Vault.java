package io.latchkey.bench.preload;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.latchkey.messaging.sealing.HpkeOpener;
import io.latchkey.messaging.sealing.HpkeSealer;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.messaging.secrets.Secrets;
import io.latchkey.schemas.KeyOwner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Locale;
import java.util.stream.Stream;

/** The secrets of all services, a directory each; what is missing is made as the service would make it. */
record Vault(Path directory) {

    Secrets of(KeyOwner service) {
        var own = directory.resolve(service.name().toLowerCase(Locale.ROOT));
        try {
            Files.createDirectories(
                    own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Secrets(own, true);
    }

    Opener opener(KeyOwner service) {
        return new HpkeOpener(of(service).sealing(service));
    }

    /** With the keys themselves, which the services need not have announced yet. */
    Sealer sealer() {
        var keys = Stream.of(KeyOwner.REGISTRATION, KeyOwner.VERIFICATION, KeyOwner.NOTIFICATION)
                .collect(toMap(identity(), owner -> of(owner).sealing(owner).primary()));
        return new HpkeSealer(owner -> requireNonNull(keys.get(owner)), InstantSource.system());
    }
}
