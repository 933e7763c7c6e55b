package io.latchkey.bench.growth;

import io.latchkey.bench.work.Population;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Reads random accounts over registration's HTTP API, one after the other on one connection.
 *
 * <p>Every answer about eligibility takes a multiple of {@code latchkey.registration.web.eligibility-takes}, and up to an
 * eighth of it more, on purpose. Set to 1 ms, its median says what the service needs to within a millisecond; what it spends
 * says {@link ReadTimes#cpuPerRead} however it is set.
 */
public final class AccountReads implements AutoCloseable {

    private static final int OK = 200;
    private static final int WARM_UP = 10; // one in so many beforehand
    private static final int DIGITS = 3;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI registration;
    private final String token;
    private final @Nullable ProcessHandle service;

    /**
     * @param token of the population's tenant with the scope {@code latchkey.status.read}
     * @param service the process that answers; null where it is this one, or not known
     */
    public AccountReads(URI registration, String token, @Nullable ProcessHandle service) {
        this.registration = registration;
        this.token = token;
        this.service = service;
    }

    /** Where accounts from 0 to this number, exclusive, stand. */
    public ReadTimes status(int accounts, int reads) {
        return measure("", accounts, reads);
    }

    /** Whether they may reset. */
    public ReadTimes eligibility(int accounts, int reads) {
        return measure("/eligibility", accounts, reads);
    }

    private ReadTimes measure(String what, int accounts, int reads) {
        var random = new SplittableRandom(accounts);
        for (int i = 0; i < reads / WARM_UP; i++) {
            read(random.nextInt(accounts), what);
        }
        var histogram = new Histogram(DIGITS);
        var before = cpu();
        for (int i = 0; i < reads; i++) {
            histogram.recordValue(read(random.nextInt(accounts), what));
        }
        var after = cpu();
        return new ReadTimes(
                reads,
                Duration.ofNanos(histogram.getValueAtPercentile(50)),
                Duration.ofNanos(histogram.getValueAtPercentile(99)),
                before == null || after == null ? null : after.minus(before).dividedBy(reads));
    }

    private @Nullable Duration cpu() {
        return service == null ? null : service.info().totalCpuDuration().orElse(null);
    }

    /** @return nanoseconds */
    private long read(int number, String what) {
        var account = Population.account(number);
        var path = "/v1/tenants/" + account.tenantId() + "/accounts/" + account.userId() + what;
        var request = HttpRequest.newBuilder(registration.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        long began = System.nanoTime();
        int status = send(request);
        long took = System.nanoTime() - began;
        if (status != OK) {
            throw new IllegalStateException(path + " is answered with " + status);
        }
        return took;
    }

    private int send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException("registration does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
