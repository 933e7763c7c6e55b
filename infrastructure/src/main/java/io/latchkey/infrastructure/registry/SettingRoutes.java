package io.latchkey.infrastructure.registry;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reading and changing a setting, for all subjects or for one.
 *
 * @param path such as {@code /config}
 * @param asked the body's field that holds the value, in requests and in the answers to them
 * @param shown the field that holds it when it is read
 * @param parser of a value's name; refuses what it does not know
 * @param notSet the refusal where a subject has no value of its own
 */
record SettingRoutes<T extends Enum<T>>(
        Settings<T> settings,
        String path,
        String asked,
        String shown,
        Function<String, T> parser,
        Function<String, Refusal> notSet) {

    static SettingRoutes<Compatibility> ofLevels(Settings<Compatibility> levels) {
        return new SettingRoutes<>(
                levels, "/config", "compatibility", "compatibilityLevel", Compatibility::of, Refusal::levelNotSet);
    }

    static SettingRoutes<Mode> ofModes(Settings<Mode> modes) {
        return new SettingRoutes<>(modes, "/mode", "mode", "mode", Mode::of, Refusal::modeNotSet);
    }

    List<Route> routes() {
        var one = path + "/{subject}";
        return List.of(
                Route.of("GET", path, request -> shown(settings.of(Settings.ALL))),
                Route.of("PUT", path, request -> set(Settings.ALL, request)),
                Route.of("GET", one, this::ofSubject),
                Route.of("PUT", one, request -> set(request.segment(1), request)),
                Route.of("DELETE", one, request -> shown(settings.reset(request.segment(1)))));
    }

    private Map<String, T> ofSubject(Request request) {
        var subject = request.segment(1);
        return request.asks("defaultToGlobal")
                ? shown(settings.of(subject))
                : shown(settings.own(subject).orElseThrow(() -> notSet.apply(subject)));
    }

    private Map<String, T> set(String subject, Request request) {
        var value = parser.apply(request.text(asked));
        settings.set(subject, value);
        return Map.of(asked, value);
    }

    private Map<String, T> shown(T value) {
        return Map.of(shown, value);
    }
}
