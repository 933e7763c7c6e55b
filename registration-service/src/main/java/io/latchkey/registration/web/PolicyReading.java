package io.latchkey.registration.web;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.latchkey.registration.policy.Enablement;
import io.latchkey.registration.policy.FieldFault;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.Policy;
import io.latchkey.registration.policy.PolicyCheck;
import io.latchkey.registration.policy.PolicyProposal;
import io.latchkey.registration.policy.Reconfirmation;
import io.latchkey.registration.question.QuestionId;
import io.latchkey.registration.question.QuestionList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A policy in JSON, with the fields and defaults of the record Policy, judged as DefinePolicy judges it. */
final class PolicyReading {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final PolicyCheck CHECK = new PolicyCheck(
            QuestionList.PREDEFINED.predefined().stream().map(QuestionId::value).collect(toUnmodifiableSet()));

    private final PolicyFields fields;

    private PolicyReading(PolicyFields fields) {
        this.fields = fields;
    }

    /** @throws ProblemException naming every field that is wrong */
    static Policy read(byte[] body) {
        var fields = new PolicyFields(object(body));
        var result = CHECK.check(new PolicyReading(fields).proposal());
        return switch (result) {
            case PolicyCheck.Result.Accepted(var policy) when fields.faults().isEmpty() -> policy;
            case PolicyCheck.Result.Accepted _ -> throw invalid(fields, List.of());
            case PolicyCheck.Result.Refused(var faults) -> throw invalid(fields, faults);
        };
    }

    private static ObjectNode object(byte[] body) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException _) {
            // Told below, without what the parser quotes.
        }
        throw new ProblemException(ProblemKind.MALFORMED_BODY);
    }

    private static ProblemException invalid(PolicyFields fields, List<FieldFault> faults) {
        var known = fields.faults().stream().map(Problem.Fault::field).toList();
        var others = faults.stream()
                .map(fault -> new Problem.Fault(fault.field().replaceFirst("^policy\\.", ""), fault.requirement()))
                .filter(fault -> !known.contains(fault.field()));
        var all =
                new ArrayList<>(Stream.concat(fields.faults().stream(), others).toList());
        return new ProblemException(ProblemKind.INVALID_POLICY, all);
    }

    private PolicyProposal proposal() {
        var proposal = new PolicyProposal(scope(), methods(), questions(), reconfirmation(), codes(), help());
        fields.refuseOthers();
        return proposal;
    }

    private PolicyProposal.Scope scope() {
        return new PolicyProposal.Scope(
                fields.constant("enablement", Enablement.class, Enablement.ALL).orElse(null),
                fields.texts("selectedGroups"));
    }

    private PolicyProposal.Methods methods() {
        return new PolicyProposal.Methods(
                fields.constants(
                        "methodsOffered",
                        MethodKind.class,
                        List.of(Optional.of(MethodKind.MOBILE_PHONE), Optional.of(MethodKind.EMAIL))),
                fields.number("methodsRequiredToReset", 1),
                fields.number("methodsRequiredToRegister", 1),
                fields.flag("usePrepopulatedUnproven", false),
                fields.textsOrNull("allowedCountries"));
    }

    private PolicyProposal.Questions questions() {
        return new PolicyProposal.Questions(
                fields.number("questionsToRegister", 5),
                fields.number("questionsToReset", 3),
                fields.textsOrNull("predefinedQuestions"),
                fields.questions("customQuestions"));
    }

    private PolicyProposal.Reconfirmation reconfirmation() {
        return new PolicyProposal.Reconfirmation(
                fields.number("reconfirmAfterDays", 180),
                fields.constant("reconfirmBy", Reconfirmation.By.class, Reconfirmation.By.CONFIRM)
                        .orElse(null));
    }

    private PolicyProposal.Codes codes() {
        return new PolicyProposal.Codes(
                fields.number("codeLength", 6),
                fields.number("phoneCodeLifetimeSeconds", 300),
                fields.number("emailCodeLifetimeSeconds", 600),
                fields.number("sendsPerMethod", 5),
                fields.number("sendCooldownSeconds", 30),
                fields.number("sendsPerDestination", 10),
                fields.number("wrongCodesPerMethod", 5),
                fields.number("wrongCodesPerUser", 10));
    }

    /** Administrators' addresses are sealed for a command and change nobody's standing, so they are not asked for. */
    private PolicyProposal.Help help() {
        return new PolicyProposal.Help(fields.textOrNull("helpdesk"), List.of());
    }
}
