package io.latchkey.registration.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.registration.method.EligibilityPage;
import io.latchkey.registration.method.EligibilityReason;
import io.latchkey.registration.method.MethodState;
import io.latchkey.registration.method.RegistrationState;
import io.latchkey.registration.method.Requirement;
import io.latchkey.registration.policy.MethodKind;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The published document says what there is, and nothing else. */
class OpenApiTest {

    private static final OpenApi DOCUMENT = OpenApi.PUBLISHED;

    private static final Map<String, Class<? extends Record>> RECORDS = Map.ofEntries(
            Map.entry("Account", AccountView.class),
            Map.entry("Method", AccountView.MethodView.class),
            Map.entry("Binding", AccountView.BindingView.class),
            Map.entry("Requirement", Requirement.class),
            Map.entry("Eligibility", EligibilityView.class),
            Map.entry("Report", ReportView.class),
            Map.entry("ReportRow", ReportView.Row.class),
            Map.entry("ReportSummary", ReportView.Summary.class),
            Map.entry("DryRun", DryRunView.class),
            Map.entry("DryRunCounts", DryRunView.Counts.class),
            Map.entry("DryRunRow", DryRunView.Row.class),
            Map.entry("Reveal", RevealView.class),
            Map.entry("Questions", QuestionController.QuestionsView.class),
            Map.entry("Question", QuestionController.QuestionView.class),
            Map.entry("Problem", Problem.class),
            Map.entry("Fault", Problem.Fault.class));

    @Test
    void namesEveryRouteAndNoOther() {
        assertThat(DOCUMENT.operations().keySet()).isEqualTo(handlers().keySet());
    }

    @Test
    void namesEveryParameterAndNoOther() {
        var documented = new TreeMap<String, Set<String>>();
        DOCUMENT.operations().forEach((name, operation) -> documented.put(name, parameters(operation)));
        var read = new TreeMap<String, Set<String>>();
        handlers()
                .forEach((name, methods) -> read.put(
                        name,
                        methods.stream()
                                .flatMap(method ->
                                        Arrays.stream(method.getMethod().getParameters()))
                                .map(OpenApiTest::parameter)
                                .filter(parameter -> !parameter.isEmpty())
                                .collect(Collectors.toCollection(TreeSet::new))));
        assertThat(documented).isEqualTo(read);
    }

    @Test
    void everySchemaHasThePropertiesOfItsRecordAndSaysWhichMayBeNull() {
        RECORDS.forEach((name, record) -> {
            var schema = DOCUMENT.schema(name);
            var components = Stream.of(record.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            assertThat(Set.copyOf(schema.get("properties").propertyNames()))
                    .as(name)
                    .isEqualTo(Set.copyOf(components));
            assertThat(schema.get("required").valueStream().map(JsonNode::stringValue))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(components);
            for (var component : record.getRecordComponents()) {
                assertThat(nullable(schema.get("properties").get(component.getName())))
                        .as(name + "." + component.getName())
                        .isEqualTo(nullable(component));
            }
        });
    }

    @Test
    void everySchemaIsARecordsAnEnumsOrThePolicys() {
        var others = Set.of("Policy", "CustomQuestion", "MethodKind", "EligibilityPage", "EligibilityReason");
        assertThat(DOCUMENT.schemaNames())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(RECORDS.keySet().stream(), others.stream())
                        .toList());
    }

    @Test
    void everyConstantIsNamed() {
        named(DOCUMENT.schema("MethodKind"), MethodKind.values());
        named(DOCUMENT.schema("EligibilityPage"), EligibilityPage.values());
        named(DOCUMENT.schema("EligibilityReason"), EligibilityReason.values());
        named(property("Account", "state"), RegistrationState.values());
        named(property("Method", "state"), MethodState.values());
        named(property("Requirement", "kind"), Requirement.Kind.values());
        named(property("DryRunRow", "change"), DryRunView.Change.values());
        named(property("Problem", "code"), ProblemKind.values());
    }

    @Test
    void thePolicyHasTheFieldsOfTheRecordOnTheTopic() {
        var fields = io.latchkey.schemas.Policy.getClassSchema().getFields().stream()
                .map(org.apache.avro.Schema.Field::name)
                .filter(name -> !name.equals("administratorAddresses"))
                .collect(Collectors.toSet());
        assertThat(Set.copyOf(DOCUMENT.schema("Policy").get("properties").propertyNames()))
                .isEqualTo(fields);
    }

    @Test
    void aPolicyOfTheDocumentsDefaultsIsTheDefaultPolicy() {
        var defaults = DOCUMENT.schema("Policy").get("properties").properties().stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue().get("default"))
                .collect(Collectors.joining(",", "{", "}"));
        assertThat(PolicyReading.read(defaults.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(io.latchkey.registration.policy.Policy.DEFAULT)
                .isEqualTo(PolicyReading.read("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void everyScopeIsNamedWhereItOpensARoute() {
        var scopes = DOCUMENT.operations().values().stream()
                .flatMap(operation -> operation.get("security").valueStream())
                .flatMap(security -> security.get("bearer").valueStream())
                .map(JsonNode::stringValue)
                .collect(Collectors.toSet());
        assertThat(scopes).isEqualTo(Stream.of(Scope.values()).map(Scope::value).collect(Collectors.toSet()));
    }

    /** Copied where it differs, so that to mend it is to commit it. */
    @Test
    void isKeptAmongTheDocuments() throws IOException {
        var published = new ClassPathResource("openapi.json", OpenApiController.class).getContentAsByteArray();
        var copy = Path.of("..", "docs", "openapi", "registration.json");
        var before = Files.exists(copy) ? Files.readAllBytes(copy) : new byte[0];
        if (!Arrays.equals(before, published)) {
            Files.createDirectories(requireNonNull(copy.getParent()));
            Files.write(copy, published);
        }
        assertThat(before)
                .as("docs/openapi/registration.json, which is now copied")
                .isEqualTo(published);
    }

    /** By method and path; the report has one for each format. */
    private static Map<String, java.util.List<HandlerMethod>> handlers() {
        var handlers = new HashMap<String, java.util.List<HandlerMethod>>();
        WebFixture.SHARED
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType().getPackage().equals(WebConfiguration.class.getPackage())
                            && handler.getBeanType() != ErrorPage.class) {
                        mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> mapping.getPatternValues()
                                        .forEach(path -> handlers.computeIfAbsent(
                                                        method + " " + path, _ -> new java.util.ArrayList<>())
                                                .add(handler)));
                    }
                });
        return handlers;
    }

    private static Set<String> parameters(JsonNode operation) {
        return operation
                .get("parameters")
                .valueStream()
                .map(parameter -> parameter.get("in").stringValue()
                        + " " + parameter.get("name").stringValue()
                        + " " + parameter.get("schema").path("default").asString("none")
                        + " " + parameter.get("required").booleanValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String parameter(Parameter parameter) {
        var path = parameter.getAnnotation(PathVariable.class);
        if (path != null) {
            return "path " + parameter.getName() + " none true";
        }
        var query = parameter.getAnnotation(RequestParam.class);
        if (query != null) {
            return "query " + parameter.getName() + " " + fallback(query.defaultValue()) + " false";
        }
        var header = parameter.getAnnotation(RequestHeader.class);
        return header == null ? "" : "header " + header.name() + " none false";
    }

    private static String fallback(String defaultValue) {
        return defaultValue.equals(org.springframework.web.bind.annotation.ValueConstants.DEFAULT_NONE)
                ? "none"
                : defaultValue;
    }

    private static boolean nullable(@Nullable JsonNode schema) {
        var text = requireNonNull(schema).path("type").toString() + schema.path("oneOf");
        return text.contains("\"null\"");
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static JsonNode property(String schema, String name) {
        return requireNonNull(DOCUMENT.schema(schema).get("properties").get(name));
    }

    private static void named(JsonNode schema, Enum<?>[] constants) {
        assertThat(schema.get("enum").valueStream().map(JsonNode::stringValue))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(constants).map(Enum::name).toList());
    }
}
