package io.latchkey.operations.accounts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.operations.terminal.OperatorFailure;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line says, and what is wrong with it. */
class AccountTest {

    private static final String COLUMNS = "userId,directoryObjectId,enabled,groups,administrator,passwordManagement,"
            + "signInAddress,displayName,region,locale,timeZone,mobilePhone,alternateEmail,officePhone";
    private static final Header HEADER = Header.of(line(COLUMNS));
    private static final String GOOD =
            "ann,obj-1,true,staff;sales,false,CLOUD,ann@corp.example,\"Ann \"\"A\"\", Ångström\","
                    + "DE,de-DE,Europe/Berlin,+49 151 23456789,ann@home.example,+49 30 123456 x12";

    private static Line line(String text) {
        return new Line(2, 0, text.getBytes(UTF_8), false);
    }

    private static List<String> faults(Line line) {
        return switch (Account.read(HEADER, line)) {
            case Account.Reading.Bad(var faults) ->
                faults.stream().map(Fault::toString).toList();
            case Account.Reading.Good _, Account.Reading.Blank _ -> List.of();
        };
    }

    private static Account account(String text) {
        return switch (Account.read(HEADER, line(text))) {
            case Account.Reading.Good(var account) -> account;
            case Account.Reading.Bad(var faults) -> throw new AssertionError(faults.toString());
            case Account.Reading.Blank _ -> throw new AssertionError("blank");
        };
    }

    @Test
    void hasWhatTheLineSays() {
        var account = account(GOOD + "\r");

        assertThat(account.userId()).isEqualTo("ann");
        assertThat(account.groups()).containsExactly("staff", "sales");
        assertThat(account.value(Column.DISPLAY_NAME)).isEqualTo("Ann \"A\", Ångström");
        assertThat(account.value(Column.OFFICE_PHONE)).isEqualTo("+49 30 123456 x12");
        assertThat(account.commands()).isEqualTo(4);
        assertThat(account).hasToString("Account");
    }

    @Test
    void needsNoMethodAndNoPersonalValue() {
        assertThat(account("ann,obj-1,true,,,CLOUD,,,DE,de,Europe/Berlin,,,").commands())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "userId | `` | userId is missing",
                "userId | ann@corp.example | userId must be an opaque id of 1 to 128 characters, without '/' and '@', and no phone number",
                "userId | +49 151 23456789 | userId must be an opaque id of 1 to 128 characters, without '/' and '@', and no phone number",
                "userId | a/b | userId must be an opaque id of 1 to 128 characters, without '/' and '@', and no phone number",
                "directoryObjectId | `` | directoryObjectId is missing",
                "enabled | yes | enabled must be true or false",
                "enabled | `` | enabled is missing",
                "groups | a;;b | groups must be at most 200 ids of 1 to 128 characters, with ';' between them",
                "administrator | 1 | administrator must be true or false, or empty for false",
                "passwordManagement | UNKNOWN | passwordManagement must be CLOUD, ON_PREMISES_WITH_WRITEBACK, ON_PREMISES_WITHOUT_WRITEBACK or FEDERATED",
                "region | XX | region must be an ISO 3166-1 alpha-2 region",
                "region | de | region must be an ISO 3166-1 alpha-2 region",
                "locale | d | locale must be a BCP 47 language tag",
                "timeZone | Berlin | timeZone must be an IANA time zone",
                "mobilePhone | none | mobilePhone must be a phone number of at most 64 characters",
                "alternateEmail | home.example | alternateEmail must be an email address of at most 254 characters",
                "officePhone | none | officePhone must be a phone number of at most 64 characters",
            })
    @Tag("SPEC-1.1c")
    void saysWhichColumnIsWrongAndHow(String title, String value, String fault) {
        var values = GOOD.replace("\"Ann \"\"A\"\", Ångström\"", "Ann").split(",", -1);
        values[List.of(COLUMNS.split(",", -1)).indexOf(title)] = value;

        assertThat(faults(line(String.join(",", values)))).containsExactly(fault);
    }

    @Test
    void saysAllThatIsWrongAndShowsNoValue() {
        assertThat(faults(line("ann@corp.example,obj,maybe,,,CLOUD,,,DE,de,Berlin,,,")))
                .hasSize(3)
                .noneMatch(fault -> fault.contains("ann") || fault.contains("maybe") || fault.contains("Berlin"));
    }

    @Test
    void saysWhatIsWrongWithALineAsAWhole() {
        assertThat(faults(line("ann,obj"))).containsExactly("has 2 fields where the header has 14");
        assertThat(faults(line("\"ann,obj")))
                .containsExactly("has a quote that is not closed, or something between a closing quote and the comma");
        assertThat(faults(line("\"ann\"x,obj")))
                .containsExactly("has a quote that is not closed, or something between a closing quote and the comma");
        assertThat(faults(new Line(2, 0, "ännn".getBytes(ISO_8859_1), false))).containsExactly("is not UTF-8");
        assertThat(faults(new Line(2, 0, new byte[0], true))).containsExactly("has more than 131072 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r"})
    void aLineWithNothingInItIsNone(String blank) {
        assertThat(Account.read(HEADER, line(blank))).isEqualTo(new Account.Reading.Blank());
    }

    @Test
    void theHeaderMayHaveAnotherOrderAndAMark() {
        var required = "\uFEFFtimeZone,locale,region,passwordManagement,enabled,directoryObjectId,userId";

        assertThat(Header.of(line(required)).columns())
                .startsWith(Column.TIME_ZONE, Column.LOCALE)
                .endsWith(Column.USER_ID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userId,phone,fax | the header does not know the column phone, fax; there are",
                "userId,userId,region | the header has twice the column userId; there are",
                "userId,region,locale | the header lacks the column directoryObjectId, enabled, passwordManagement, timeZone; there are"
            })
    void theHeaderNamesTheColumnsThatAreWrong(String titles, String message) {
        assertThatThrownBy(() -> Header.of(line(titles)))
                .isInstanceOf(OperatorFailure.class)
                .hasMessageStartingWith(message);
    }
}
