package io.wenda.integration.mail;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.wenda.integration.mail.MailTable.Due;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.MailWanted;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.SystemDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;
import org.threeten.extra.MutableClock;

/** A company that wants mails, a mail server, and a clock that the test moves. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
abstract class MailTest {
    static final GreenMail SERVER = server();

    record Row(String state, int attempts, @Nullable String content, @Nullable String fault) {}

    final TenantId company = new TenantId(NewId.next());
    final String address = NewId.next() + "@example.com";
    final MutableClock clock =
            MutableClock.of(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
    final MailTable mails;
    final MailSettings settings;
    final SystemDatabase system;
    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final ApplicationEventPublisher rooms;

    MailTest(
            MailTable mails,
            MailSettings settings,
            SystemDatabase system,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ApplicationEventPublisher rooms) {
        this.mails = mails;
        this.settings = settings;
        this.system = system;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rooms = rooms;
    }

    private static GreenMail server() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    MailWanted wanted() {
        return new MailWanted(
                company,
                address,
                "verify-email",
                "zh-CN",
                Map.of("name", "李伟", "company", "茶馆", "link", "https://desk.example/verify/t0ken"));
    }

    UUID written() {
        return inCompany(company, () -> mails.write(wanted(), clock.instant()));
    }

    void keep(Post post) {
        inCompany(
                company,
                () -> {
                    post.keep(wanted());
                    return true;
                });
    }

    /** Sweeps until the mail has been tried so often and waits for its next time, or has ended. */
    void sweepUntilTried(Post post, int attempts) {
        await().until(() -> {
            post.sweep();
            return tried(attempts);
        });
    }

    boolean tried(int attempts) {
        var next = clock.instant().plus(settings.waitAfter(attempts));
        return inCompany(
                company,
                () ->
                        jdbc.sql(
                                        """
                                        select count(*) = 1 from mail
                                        where attempts = ? and (state <> 'WAITING' or due_at = ?)
                                        """)
                                .param(attempts)
                                .param(next.atOffset(ZoneOffset.UTC))
                                .query(Boolean.class)
                                .single());
    }

    MailCarrier smtp(int port) {
        var server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        return new SmtpCarrier(server, Duration.ofSeconds(1));
    }

    MailDelivery delivery(MailCarrier carrier) {
        return new MailDelivery(mails, carrier, settings, transactions, clock);
    }

    Post post(MailCarrier carrier) {
        return new Post(mails, delivery(carrier), settings, clock);
    }

    /** Of this company alone: other tests' mails may wait too. */
    List<Due> due() {
        return mails.due(clock.instant(), 1000).stream()
                .filter(due -> due.tenant().equals(company))
                .toList();
    }

    Row row() {
        return rows().getFirst();
    }

    List<Row> rows() {
        return rows(company);
    }

    List<Row> rows(TenantId tenant) {
        return inCompany(
                tenant,
                () ->
                        jdbc.sql("select state, attempts, content, fault from mail order by id")
                                .query(Row.class)
                                .list());
    }

    List<MimeMessage> arrived() {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(address);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    <T> T inCompany(TenantId tenant, Supplier<T> work) {
        return CurrentTenant.call(tenant, () -> transactions.execute(_ -> work.get()));
    }
}
