package io.latchkey.registration.web;

/** Every path there is. */
final class Routes {

    static final String TENANT = "/v1/tenants/{tenantId}";
    static final String ACCOUNT = TENANT + "/accounts/{userId}";
    static final String ELIGIBILITY = ACCOUNT + "/eligibility";
    static final String REVEAL = ACCOUNT + "/methods/{methodId}/reveal";
    static final String REPORT = TENANT + "/report";
    static final String SUMMARY = REPORT + "/summary";
    static final String DRY_RUN = TENANT + "/policy/dry-run";
    static final String QUESTIONS = TENANT + "/questions";
    static final String DOCUMENT = "/openapi.json";

    private Routes() {}
}
