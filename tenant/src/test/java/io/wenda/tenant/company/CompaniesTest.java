package io.wenda.tenant.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.tenant.Refusal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CompaniesTest {
    private final NewCompany newCompany;
    private final Companies companies;
    private final Entitlements entitlements;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    CompaniesTest(
            NewCompany newCompany,
            Companies companies,
            Entitlements entitlements,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.newCompany = newCompany;
        this.companies = companies;
        this.entitlements = entitlements;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void whatIsNamedChangesAndTheRestStays() {
        var made = newCompany.fresh();
        var other = newCompany.fresh();

        var changed = update(made, new CompanyChange("Beta", null, "Europe/Berlin", true));

        assertThat(changed)
                .isEqualTo(
                        new Company(
                                made.company().id(),
                                "Beta",
                                made.company().slug(),
                                "zh-CN",
                                ZoneId.of("Europe/Berlin"),
                                true,
                                made.company().createdAt()));
        assertThat(NewCompany.in(made, companies::current)).isEqualTo(changed);
        assertThat(NewCompany.in(other, companies::current)).isEqualTo(other.company());
        assertThat(audit(made))
                .isEqualTo(
                        """
                        {"name": "Beta", "timeZone": "Europe/Berlin", "fourEyesReview": true}\
                        """);
    }

    @Test
    void whatCannotBeIsRefusedAndChangesNothing() {
        var made = newCompany.fresh();

        Refused.as(
                Refusal.Code.INVALID,
                () -> update(made, new CompanyChange(" ", null, null, null)),
                "name");
        Refused.as(
                Refusal.Code.TOO_LONG,
                () -> update(made, new CompanyChange("x".repeat(201), null, null, null)),
                "name");
        Refused.as(
                Refusal.Code.INVALID,
                () -> update(made, new CompanyChange("Beta", "klingon!", null, null)),
                "locale");
        assertThat(NewCompany.in(made, companies::current)).isEqualTo(made.company());
    }

    @Test
    void entitlementsAreWithoutLimitUntilBillingWritesThem() {
        var made = newCompany.fresh();
        var other = newCompany.fresh();
        var small = new Entitlement("small", 3, 100L, Instant.parse("2027-01-01T00:00:00.000001Z"));

        assertThat(NewCompany.in(made, entitlements::current))
                .isEqualTo(new Entitlement("none", null, null, null));
        replace(made, small);
        assertThat(NewCompany.in(made, entitlements::current)).isEqualTo(small);
        replace(made, new Entitlement("big", null, null, null));
        assertThat(NewCompany.in(made, entitlements::current))
                .isEqualTo(new Entitlement("big", null, null, null));
        assertThat(NewCompany.in(other, entitlements::current).plan()).isEqualTo("none");
    }

    @Test
    void nobodyRewritesTheAudit() {
        var made = newCompany.fresh();

        for (var sql : new String[] {"update audit set action = 'x'", "delete from audit"}) {
            assertThatThrownBy(() ->
                            NewCompany.in(
                                    made, () -> transactions.execute(_ -> jdbc.sql(sql).update())))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied for table audit");
        }
    }

    private Company update(SignedUp made, CompanyChange change) {
        return NewCompany.in(made, () -> companies.update(NewCompany.owner(made), change));
    }

    private void replace(SignedUp made, Entitlement entitlement) {
        NewCompany.in(
                made,
                () -> {
                    entitlements.replace(entitlement);
                    return true;
                });
    }

    private String audit(SignedUp made) {
        return NewCompany.in(
                made,
                () ->
                        transactions.execute(_ ->
                                jdbc.sql(
                                                """
                                                select detail::text from audit
                                                where action = 'company.update'
                                                """)
                                        .query(String.class)
                                        .single()));
    }
}
