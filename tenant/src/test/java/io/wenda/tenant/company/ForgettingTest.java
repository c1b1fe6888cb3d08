package io.wenda.tenant.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.tenant.Role;
import io.wenda.tenant.isolation.Idempotency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ForgettingTest {
    private final NewCompany companies;
    private final Invitations invitations;
    private final Joining joining;
    private final Mailbox mailbox;
    private final Idempotency idempotency;
    private final Forgetting forgetting;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JdbcClient owner;

    ForgettingTest(
            NewCompany companies,
            Invitations invitations,
            Joining joining,
            Mailbox mailbox,
            Idempotency idempotency,
            Forgetting forgetting,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            @Value("${wenda.postgres.url}") String url,
            @Value("${wenda.postgres.owner-password:}") String password) {
        this.companies = companies;
        this.invitations = invitations;
        this.joining = joining;
        this.mailbox = mailbox;
        this.idempotency = idempotency;
        this.forgetting = forgetting;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.owner = JdbcClient.create(new DriverManagerDataSource(url, "wenda_owner", password));
    }

    @Test
    void aKeyIsKeptForADayAndNoLonger() {
        var company = companies.fresh();
        once(company, "young");
        once(company, "old");
        change(
                company,
                "update idempotency set at = now() - interval '25 hours' where key = 'old'");

        forgetting.forget();

        assertThat(texts(company, "select key from idempotency")).containsExactly("young");
    }

    @Test
    void linksThatCanOpenNothingMoreAreGoneWithTheirEntries() {
        var company = companies.verified();
        var open = invite(company);
        var late = invite(company);
        change(
                company,
                "update mailed_link set used_at = now() - interval '25 hours' where kind = 'VERIFICATION'");
        change(
                company,
                "update mailed_link set expires_at = now() - interval '1 hour' where member_id = '%s'"
                        .formatted(late.id().value()));
        var entries = entries(company);
        assertThat(entries).containsExactly("EMAIL_VERIFICATION", "INVITATION", "INVITATION");
        enteredLongAgo(company, "'EMAIL_VERIFICATION'", late);

        forgetting.forget();

        assertThat(texts(company, "select member_id::text from mailed_link"))
                .containsExactly(open.id().value().toString());
        assertThat(entries(company)).containsExactly("INVITATION");
        assertThat(joining.find(mailbox.token(open.email()))).isPresent();
        assertThat(joining.find(mailbox.token(late.email()))).isEmpty();
    }

    private void enteredLongAgo(SignedUp company, String kind, Member member) {
        owner.sql(
                        """
                        update directory set created_at = now() - interval '8 days'
                        where tenant_id = :tenant and (kind = %s or target_id = :link)
                        """
                                .formatted(kind))
                .param("tenant", company.company().id().value())
                .param(
                        "link",
                        UUID.fromString(
                                texts(
                                                company,
                                                "select id::text from mailed_link where member_id = '%s'"
                                                        .formatted(member.id().value()))
                                        .getFirst()))
                .update();
    }

    private List<String> entries(SignedUp company) {
        return owner.sql(
                        """
                        select kind from directory where tenant_id = ?
                          and kind in ('INVITATION', 'EMAIL_VERIFICATION') order by kind
                        """)
                .param(company.company().id().value())
                .query(String.class)
                .list();
    }

    private Member invite(SignedUp company) {
        return NewCompany.in(
                company,
                () ->
                        invitations.invite(
                                NewCompany.owner(company),
                                NewCompany.address(),
                                "Bo",
                                Set.of(Role.AGENT)));
    }

    private void once(SignedUp company, String key) {
        NewCompany.in(
                company,
                () ->
                        idempotency.once(
                                new Idempotency.Attempt("m", "createTicket", key, "input"),
                                () -> "done",
                                _ -> List.of(),
                                _ -> "again"));
    }

    private void change(SignedUp company, String sql) {
        NewCompany.in(company, () -> transactions.execute(_ -> jdbc.sql(sql).update()));
    }

    private List<String> texts(SignedUp company, String sql) {
        return NewCompany.in(
                company, () -> transactions.execute(_ -> jdbc.sql(sql).query(String.class).list()));
    }
}
