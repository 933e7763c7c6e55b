package io.latchkey.operations.accounts;

import io.latchkey.schemas.PasswordManagement;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The columns of a file of accounts, with the limits that registration has. */
@SuppressWarnings("ImmutableEnumChecker") // Predicates without state.
enum Column {
    USER_ID(
            "userId",
            true,
            Column::isOpaque,
            "must be an opaque id of 1 to 128 characters, without '/' and '@', and no phone number"),
    DIRECTORY_OBJECT_ID(
            "directoryObjectId",
            true,
            Column::isOpaque,
            "must be an opaque id of 1 to 128 characters, without '/' and '@', and no phone number"),
    ENABLED("enabled", true, Column::isTruth, "must be true or false"),
    GROUPS("groups", false, Column::areGroups, "must be at most 200 ids of 1 to 128 characters, with ';' between them"),
    ADMINISTRATOR("administrator", false, Column::isTruth, "must be true or false, or empty for false"),
    PASSWORD_MANAGEMENT(
            "passwordManagement",
            true,
            Column::isPasswordManagement,
            "must be CLOUD, ON_PREMISES_WITH_WRITEBACK, ON_PREMISES_WITHOUT_WRITEBACK or FEDERATED"),
    SIGN_IN_ADDRESS("signInAddress", false, text(254), "must have at most 254 characters and no control characters"),
    DISPLAY_NAME("displayName", false, text(256), "must have at most 256 characters and no control characters"),
    REGION("region", true, Values.REGIONS::contains, "must be an ISO 3166-1 alpha-2 region"),
    LOCALE("locale", true, Column::isLanguageTag, "must be a BCP 47 language tag"),
    TIME_ZONE("timeZone", true, Values.TIME_ZONES::contains, "must be an IANA time zone"),
    MOBILE_PHONE("mobilePhone", false, Column::isNumber, "must be a phone number of at most 64 characters"),
    ALTERNATE_EMAIL("alternateEmail", false, Column::isAddress, "must be an email address of at most 254 characters"),
    OFFICE_PHONE("officePhone", false, Column::isNumber, "must be a phone number of at most 64 characters");

    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[0-9 ().-]+");
    private static final int MAX_ID_LENGTH = 128;
    private static final int MAX_GROUPS = 200;
    private static final int MAX_TAG_LENGTH = 35;
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final int MAX_ADDRESS_LENGTH = 254;

    private final String title;
    private final boolean required;
    private final Predicate<String> good;
    private final String requirement;

    Column(String title, boolean required, Predicate<String> good, String requirement) {
        this.title = title;
        this.required = required;
        this.good = good;
        this.requirement = requirement;
    }

    private static final class Values {
        static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
        static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    }

    static Optional<Column> titled(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(title))
                .findFirst();
    }

    String title() {
        return title;
    }

    /** Whether a file must have it, and a value in every line. */
    boolean required() {
        return required;
    }

    /** What is wrong with a value, without the value. */
    Optional<Fault> fault(String value) {
        if (value.isEmpty()) {
            return required ? Optional.of(new Fault(title, "is missing")) : Optional.empty();
        }
        return good.test(value) ? Optional.empty() : Optional.of(new Fault(title, requirement));
    }

    static List<String> groups(String value) {
        return value.isEmpty() ? List.of() : List.of(value.split(";", -1));
    }

    /** Ids are the only thing of a person that is not sealed: what looks like an address or a number is kept here. */
    private static boolean isOpaque(String value) {
        return isId(value)
                && value.indexOf('/') < 0
                && value.indexOf('@') < 0
                && !PHONE_NUMBER.matcher(value).matches();
    }

    private static boolean isId(String value) {
        return text(MAX_ID_LENGTH).test(value);
    }

    private static boolean isTruth(String value) {
        return value.equals("true") || value.equals("false");
    }

    private static boolean areGroups(String value) {
        var groups = groups(value);
        return groups.size() <= MAX_GROUPS && groups.stream().allMatch(Column::isId);
    }

    private static boolean isPasswordManagement(String value) {
        return Arrays.stream(PasswordManagement.values())
                .filter(known -> known != PasswordManagement.UNKNOWN)
                .anyMatch(known -> known.name().equals(value));
    }

    private static boolean isLanguageTag(String value) {
        try {
            var locale = new Locale.Builder().setLanguageTag(value).build();
            return value.length() <= MAX_TAG_LENGTH && !locale.getLanguage().isEmpty();
        } catch (IllformedLocaleException _) {
            return false;
        }
    }

    private static boolean isNumber(String value) {
        return text(MAX_NUMBER_LENGTH).test(value) && value.chars().anyMatch(Character::isDigit);
    }

    private static boolean isAddress(String value) {
        return text(MAX_ADDRESS_LENGTH).test(value) && value.indexOf('@') > 0;
    }

    private static Predicate<String> text(int longest) {
        return value ->
                !value.isBlank() && value.length() <= longest && value.chars().noneMatch(Character::isISOControl);
    }
}
