package io.wenda.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.wenda.tenant.isolation.SystemDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class MailDeliveryTest extends MailTest {
    MailDeliveryTest(
            MailTable mails,
            MailSettings settings,
            SystemDatabase system,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ApplicationEventPublisher rooms) {
        super(mails, settings, system, jdbc, transactions, rooms);
    }

    @Test
    void aServerThatIsAwayIsTriedAgainLaterAndLater() {
        var away = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        away.start();
        var port = away.getSmtp().getPort();
        away.stop();
        var post = post(smtp(port));

        keep(post);
        await().until(() -> tried(1));
        assertThat(row().state()).isEqualTo("WAITING");
        clock.add(Duration.ofSeconds(29));
        assertThat(due()).isEmpty();
        clock.add(Duration.ofSeconds(1));
        assertThat(due()).hasSize(1);
        sweepUntilTried(post, 2);
        clock.add(Duration.ofSeconds(59));
        assertThat(due()).isEmpty();
        clock.add(Duration.ofSeconds(1));

        post(smtp(SERVER.getSmtp().getPort())).sweep();

        await().until(() -> row().state().equals("SENT"));
        assertThat(row()).isEqualTo(new Row("SENT", 3, null, null));
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void aDayWithoutSuccessIsTheEnd() throws IOException {
        try (var server = new RefusingServer("450 4.2.1 try again later")) {
            var post = post(smtp(server.port()));
            keep(post);
            await().until(() -> tried(1));
            // as if the hourly attempts of the day had passed
            clock.add(Duration.ofHours(22).plusMinutes(59));
            sweepUntilTried(post, 2);
            clock.add(Duration.ofMinutes(1));
            sweepUntilTried(post, 3);
            assertThat(row().state()).isEqualTo("WAITING");
            clock.add(Duration.ofMinutes(59));

            sweepUntilTried(post, 4);

            assertThat(row().state()).isEqualTo("FAILED");
            assertThat(row().content()).isNull();
            assertThat(row().fault()).contains("450 4.2.1 try again later");
            assertThat(server.refused(address)).isEqualTo(4);
        }
    }

    @Test
    void eachWaitIsTwiceAsLongUpToAnHour() {
        assertThat(IntStream.rangeClosed(1, 9).mapToObj(settings::waitAfter))
                .containsExactly(
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(4),
                        Duration.ofMinutes(8),
                        Duration.ofMinutes(16),
                        Duration.ofMinutes(32),
                        Duration.ofHours(1),
                        Duration.ofHours(1));
        assertThat(settings.waitAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aMailThatCanNoLongerBeWrittenEndsLikeOneThatCannotBeDelivered() {
        var id = written();
        inCompany(
                company,
                () ->
                        jdbc.sql("update mail set template = 'gone' where id = ?")
                                .param(id)
                                .update());

        post(smtp(SERVER.getSmtp().getPort())).sweep();
        await().until(() -> tried(1));

        assertThat(row().state()).isEqualTo("WAITING");
        assertThat(row().fault()).contains("gone");
    }

    @Test
    void anAddressThatItsServerDoesNotKnowIsGivenUpAtOnceAndNotLogged(CapturedOutput log)
            throws IOException {
        var answer = "550 5.1.1 <%s>: Recipient address rejected".formatted(address);
        try (var server = new RefusingServer(answer)) {
            keep(post(smtp(server.port())));

            await().until(() -> row().state().equals("FAILED"));
            assertThat(row().attempts()).isEqualTo(1);
            assertThat(row().content()).isNull();
            assertThat(row().fault()).contains(answer);
            assertThat(log.getAll())
                    .containsPattern(
                            "company %s is given up: \\w+ 550 5\\.1\\.1\\R"
                                    .formatted(company.value()))
                    .doesNotContain(address);
        }
    }

    @Test
    void whoseMailWaitsIsNotLogged(CapturedOutput log) throws IOException {
        try (var server = new RefusingServer("450 <%s>: greylisted".formatted(address))) {
            keep(post(smtp(server.port())));

            await().until(() -> tried(1));
            assertThat(log.getAll())
                    .containsPattern(
                            "company %s waits until \\S+: \\w+ 450\\R".formatted(company.value()))
                    .doesNotContain(address);
        }
    }

    @Test
    void aServerThatFallsSilentHoldsUpNothingForLong() throws IOException {
        try (var server = new RefusingServer("")) {
            keep(post(smtp(server.port())));

            await().until(() -> row().fault() != null);
            assertThat(row().state()).isEqualTo("WAITING");
            assertThat(row().fault()).contains("Read timed out");
        }
    }

    @Test
    void aMailWhoseNodeDiedIsTriedAgainWhenTheLeaseEnds() {
        var id = written();
        inCompany(
                company,
                () -> mails.claim(id, clock.instant(), clock.instant().plus(settings.lease())));
        var post = post(smtp(SERVER.getSmtp().getPort()));

        clock.add(settings.lease().minusSeconds(1));
        assertThat(due()).isEmpty();
        clock.add(Duration.ofSeconds(1));
        post.sweep();

        await().until(() -> row().state().equals("SENT"));
        assertThat(row().attempts()).isEqualTo(2);
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void ofSeveralNodesOneSends() {
        var node = delivery(smtp(SERVER.getSmtp().getPort()));
        var other = delivery(smtp(SERVER.getSmtp().getPort()));
        for (int i = 0; i < 10; i++) {
            written();
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var due : due()) {
                threads.execute(() -> node.deliver(due));
                threads.execute(() -> other.deliver(due));
            }
        }

        assertThat(rows()).hasSize(10).allMatch(row -> row.equals(new Row("SENT", 1, null, null)));
        assertThat(arrived()).hasSize(10);
    }
}
