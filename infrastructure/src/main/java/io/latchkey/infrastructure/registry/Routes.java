package io.latchkey.infrastructure.registry;

import com.mongodb.MongoException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Finds the operation that a client asks for and answers in the API's own form, whatever happens. */
record Routes(List<Route> all) {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final JsonMapper JSON = new JsonMapper();

    /** Over what the store holds now. */
    static Routes over(RegistryStore store) {
        var documents = store.load();
        var levels = new Settings<>(StoreKeys.LEVEL, Compatibility.BACKWARD_TRANSITIVE, store)
                .restore(documents, Compatibility::of);
        var modes = new Settings<>(StoreKeys.MODE, Mode.READWRITE, store).restore(documents, Mode::of);
        var subjects = new Subjects(store, documents);
        return new Routes(Stream.of(
                        List.of(Route.of("GET", "/", request -> Map.of())),
                        new SubjectRoutes(subjects, levels, modes).routes(),
                        SettingRoutes.ofLevels(levels).routes(),
                        SettingRoutes.ofModes(modes).routes())
                .flatMap(List::stream)
                .toList());
    }

    record Answer(int status, byte[] body) {}

    Answer answer(String method, URI uri, byte[] body) {
        try {
            var request = Request.of(method, uri, body);
            return new Answer(
                    200, JSON.writeValueAsBytes(route(request).answer().apply(request)));
        } catch (Refusal refusal) {
            return refused(refusal);
        } catch (MongoException e) {
            LOG.warn("The registry's store failed: {}", e.getMessage());
            return refused(Refusal.storeFailed());
        }
    }

    static Answer refused(Refusal refusal) {
        var body = Map.of("error_code", refusal.code(), "message", refusal.text());
        return new Answer(refusal.status(), JSON.writeValueAsBytes(body));
    }

    private Route route(Request request) {
        var sameOfPath =
                all.stream().filter(route -> route.fits(request.path())).toList();
        if (sameOfPath.isEmpty()) {
            throw Refusal.notFound();
        }
        return sameOfPath.stream()
                .filter(route -> route.method().equals(request.method()))
                .findFirst()
                .orElseThrow(Refusal::methodNotAllowed);
    }
}
