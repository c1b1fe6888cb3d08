package io.wenda.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wenda.integration.mail.MailTable.Due;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.MailWanted;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.SystemDatabase;
import jakarta.mail.Multipart;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class MailKeepingTest extends MailTest {
    MailKeepingTest(
            MailTable mails,
            MailSettings settings,
            SystemDatabase system,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ApplicationEventPublisher rooms) {
        super(mails, settings, system, jdbc, transactions, rooms);
    }

    @Test
    void aWantedMailGoesOutAfterTheCommitAndWhatItSaidIsErased() throws Exception {
        inCompany(
                company,
                () -> {
                    rooms.publishEvent(wanted());
                    assertThat(arrived()).as("before the commit").isEmpty();
                    return true;
                });

        await().until(() -> row().state().equals("SENT"));
        assertThat(row()).isEqualTo(new Row("SENT", 1, null, null));
        assertThat(arrived()).hasSize(1);
        var mail = arrived().getFirst();
        assertThat(mail.getSubject()).isEqualTo("请验证您在 茶馆 的邮箱");
        assertThat(mail.getFrom()[0]).hasToString("Wenda <no-reply@localhost>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).matches("<[-0-9a-f]{36}@localhost>");
        var parts = (Multipart) mail.getContent();
        assertThat((String) parts.getBodyPart(0).getContent())
                .startsWith("李伟，您好：\r\n")
                .contains("\r\nhttps://desk.example/verify/t0ken\r\n");
        assertThat((String) parts.getBodyPart(1).getContent())
                .contains("<a href=\"https://desk.example/verify/t0ken\">");
    }

    @Test
    void aMailOfARolledBackTransactionIsNoMail() {
        CurrentTenant.run(
                company,
                () ->
                        transactions.executeWithoutResult(status -> {
                            rooms.publishEvent(wanted());
                            status.setRollbackOnly();
                        }));

        assertThat(rows()).isEmpty();
        post(smtp(SERVER.getSmtp().getPort())).sweep();
        assertThat(arrived()).isEmpty();
    }

    @Test
    void aMailThatCouldNeverBeWrittenFailsWhatWantsIt() {
        var nonsense =
                new MailWanted(company, address, "verify-email", "en", Map.of("name", "Li Wei"));

        assertThatThrownBy(() ->
                        inCompany(
                                company,
                                () -> {
                                    rooms.publishEvent(nonsense);
                                    return true;
                                }))
                .hasMessage("the link of a mail is a web address");
        assertThat(rows()).isEmpty();
    }

    @Test
    void aMailIsItsCompanysAlone() {
        var id = written();
        var other = new TenantId(NewId.next());

        assertThat(rows(other)).isEmpty();
        assertThat(inCompany(other, () -> mails.claim(id, clock.instant(), clock.instant())))
                .isEmpty();
        delivery(smtp(SERVER.getSmtp().getPort())).deliver(new Due(other, id));
        assertThat(arrived()).isEmpty();
        assertThat(row().state()).isEqualTo("WAITING");
        assertThatThrownBy(() -> inCompany(other, () -> mails.write(wanted(), clock.instant())))
                .hasStackTraceContaining("violates row-level security policy");
    }

    @Test
    void theSystemRoleSeesThatAMailIsDueButNotWhatItSays() {
        var id = written();

        assertThat(due()).containsExactly(new Due(company, id));
        for (var secret : List.of("content", "recipient")) {
            assertThatThrownBy(() ->
                            system.jdbc()
                                    .sql("select " + secret + " from mail")
                                    .query()
                                    .listOfRows())
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void whatEndedAMonthAgoIsForgottenAndWhatWaitsIsNot() {
        var ended = written();
        inCompany(
                company,
                () -> {
                    mails.sent(ended, clock.instant());
                    return true;
                });
        written();

        mails.forget(clock.instant());
        assertThat(rows()).hasSize(2);
        mails.forget(clock.instant().plusSeconds(1));

        assertThat(rows()).extracting(Row::state).containsExactly("WAITING");
    }
}
