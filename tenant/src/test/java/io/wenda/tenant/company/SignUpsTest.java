package io.wenda.tenant.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SignUpsTest {
    private final SignUps signUps;
    private final SignIns signIns;
    private final Companies companies;
    private final EmailVerifications verifications;
    private final Mailbox mailbox;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    SignUpsTest(
            SignUps signUps,
            SignIns signIns,
            Companies companies,
            EmailVerifications verifications,
            Mailbox mailbox,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.signUps = signUps;
        this.signIns = signIns;
        this.companies = companies;
        this.verifications = verifications;
        this.mailbox = mailbox;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void aStrangerBecomesTheOwnerOfACompany() {
        var email = NewCompany.address();

        var made = signUps.signUp(NewCompany.wanted(email));

        assertThat(made.company().name()).isEqualTo("Acme 问达");
        assertThat(made.company().slug()).matches("acme-[a-z2-9]{8}");
        assertThat(made.company().locale()).isEqualTo("zh-CN");
        assertThat(made.company().timeZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(made.company().fourEyesReview()).isFalse();
        assertThat(made.owner().email()).isEqualTo(email);
        assertThat(made.owner().roles()).containsExactly(Role.OWNER);
        assertThat(NewCompany.in(made, companies::current)).isEqualTo(made.company());
        assertThat(signIns.matches(email.toUpperCase(Locale.ROOT), NewCompany.PASSWORD))
                .containsExactly(
                        new SignIns.Match(
                                made.company().id(), made.owner().id(), made.company().name()));
    }

    @Test
    void theOwnerIsAskedToProveHerAddressByMail() {
        var email = NewCompany.address();

        var made = signUps.signUp(NewCompany.wanted(email));

        var mail = mailbox.to(email).getFirst();
        assertThat(mailbox.to(email)).hasSize(1);
        assertThat(mail.tenant()).isEqualTo(made.company().id());
        assertThat(mail.template()).isEqualTo("verify-email");
        assertThat(mail.locale()).isEqualTo("zh-CN");
        assertThat(mail.values())
                .containsEntry("name", "Anna")
                .containsEntry("company", "Acme 问达")
                .hasEntrySatisfying(
                        "link",
                        link ->
                                assertThat(link)
                                        .matches(
                                                "https://wenda\\.example/verify/[A-Za-z0-9_-]{43}"));
    }

    @Test
    void aSignUpIsWrittenDown() {
        var made = signUps.signUp(NewCompany.wanted(NewCompany.address()));

        assertThat(auditOf(made))
                .containsExactly("company.sign-up by member:" + made.owner().id().value());
    }

    @Test
    void aKnownAddressMakesAnotherCompanyAndNobodysPasswordChanges() {
        var email = NewCompany.address();
        var first = signUps.signUp(NewCompany.wanted(email));
        var other = "another-horse-with-wings-7";

        var second = signUps.signUp(new SignUp("Acme 问达", "Anna", email, other, null, null));

        assertThat(second.company().id()).isNotEqualTo(first.company().id());
        assertThat(signIns.matches(email, NewCompany.PASSWORD))
                .extracting(SignIns.Match::tenant)
                .containsExactly(first.company().id());
        assertThat(signIns.matches(email, other))
                .extracting(SignIns.Match::tenant)
                .containsExactly(second.company().id());
    }

    @Test
    void onePasswordInSeveralCompaniesMatchesAllOfThem() {
        var email = NewCompany.address();
        var first = signUps.signUp(NewCompany.wanted(email));
        var second = signUps.signUp(NewCompany.wanted(email));

        assertThat(signIns.matches(email, NewCompany.PASSWORD))
                .extracting(SignIns.Match::tenant)
                .containsExactlyInAnyOrder(first.company().id(), second.company().id());
        assertThat(signIns.matches(email, "wrong")).isEmpty();
        assertThat(signIns.matches("nobody@shop.example", NewCompany.PASSWORD)).isEmpty();
    }

    @Test
    void manyWhoOnlyClaimAnAddressDoNotCrowdItsHolderOut() {
        var email = NewCompany.address();
        for (var i = 0; i < 50; i++) {
            signUps.signUp(
                    new SignUp("Claim", "Eve", email, "mild-otter-paints-hills", null, null));
        }
        var hers = signUps.signUp(NewCompany.wanted(email));

        verifications.verify(mailbox.token(email));

        assertThat(signIns.matches(email, NewCompany.PASSWORD))
                .extracting(SignIns.Match::tenant)
                .containsExactly(hers.company().id());
    }

    @ParameterizedTest
    @CsvSource({
        "' ', Anna, a@shop.example, correct-horse-battery-stapler, en, UTC, companyName",
        "Acme, '', a@shop.example, correct-horse-battery-stapler, en, UTC, ownerName",
        "Acme, Anna, not-an-address, correct-horse-battery-stapler, en, UTC, email",
        "Acme, Anna, a@b@shop.example, correct-horse-battery-stapler, en, UTC, email",
        "Acme, Anna, a@localhost, correct-horse-battery-stapler, en, UTC, email",
        "Acme, Anna, a@shop.example, 123, en, UTC, password",
        "Acme, Anna, a@shop.example, 1234567890, en, UTC, password",
        "Acme, Anna, a@shop.example, password1234, en, UTC, password",
        "Acme, Anna, annaacme@shop.example, annaacme@shop.example, en, UTC, password",
        "Acme, Anna, a@shop.example, correct-horse-battery-stapler, xx-yy-zz, UTC, locale",
        "Acme, Anna, a@shop.example, correct-horse-battery-stapler, en, Mars/Base, timeZone",
        "Acme, Anna, a@shop.example, correct-horse-battery-stapler, en, SystemV/PST8, timeZone",
    })
    void whatCannotBeIsRefusedByField(
            String company,
            String owner,
            String email,
            String password,
            String locale,
            String zone,
            String field) {
        var wanted = new SignUp(company, owner, email, password, locale, zone);

        Refused.as(Refusal.Code.INVALID, () -> signUps.signUp(wanted), field);
    }

    @Test
    void whereOneRoomCannotAddItsPartNothingRemains() {
        var email = NewCompany.address();

        assertThatThrownBy(() ->
                        signUps.signUp(
                                new SignUp(
                                        Spoiler.COMPANY,
                                        "Anna",
                                        email,
                                        NewCompany.PASSWORD,
                                        null,
                                        null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("spoiled");

        assertThat(signIns.matches(email, NewCompany.PASSWORD)).isEmpty();
    }

    private List<String> auditOf(SignedUp made) {
        return NewCompany.in(
                made,
                () ->
                        transactions.execute(_ ->
                                jdbc.sql("select action || ' by ' || caller from audit")
                                        .query(String.class)
                                        .list()));
    }
}
