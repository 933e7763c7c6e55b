package io.latchkey.embedded.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerTests {

    @TempDir
    private Path data = Path.of("");

    @Test
    void signsWhatItsPublicKeyVerifies() throws Exception {
        Path published = Issuer.publicKey(Files.createDirectories(DataDirectory.issuer(data)));
        String[] token = Issuer.of(data).token(Map.of("sub", "a\"b")).split("[.]");
        Signature signature = Signature.getInstance("SHA256withRSA");
        String pem = Files.readString(published).replaceAll("-----[A-Z ]+-----|\\s", "");
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
        assertThat(new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8))
                .isEqualTo("{\"sub\":\"a\\\"b\"}");
    }

    @Test
    void keepsItsKeyForItsOwnersEyesOnly() throws IOException {
        Path directory = Files.createDirectories(DataDirectory.issuer(data));
        byte[] first = Files.readAllBytes(Issuer.publicKey(directory));
        assertThat(Files.readAllBytes(Issuer.publicKey(directory))).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("private.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void saysWhatToDoWhereThereIsNoKeyOrABrokenOne() throws IOException {
        assertThatThrownBy(() -> Issuer.of(data))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("latchkey up");
        Files.createDirectories(DataDirectory.issuer(data));
        Files.writeString(DataDirectory.issuer(data).resolve("private.pem"), "nonsense");
        assertThatThrownBy(() -> Issuer.of(data))
                .isInstanceOf(StartFailure.class)
                .hasMessageNotContaining("nonsense");
    }
}
