package io.wenda.billing.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.billing.Meter;
import io.wenda.billing.MonthUsage;
import io.wenda.billing.UsageLine;
import io.wenda.conversation.ConversationEvent;
import io.wenda.conversation.ConversationId;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.event.Event;
import io.wenda.tenant.event.Events;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class MeteringTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00.123456Z");
    private static final PageRequest ALL = new PageRequest(null, 50, true);

    private final TenantId company = new TenantId(NewId.next());
    private final ConversationId conversation = new ConversationId(NewId.next());
    private final Events events;
    private final Usage usage;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    MeteringTest(Events events, Usage usage, JdbcClient jdbc, TransactionTemplate transactions) {
        this.events = events;
        this.usage = usage;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void aStartedConversationIsOneLine() {
        happened(started(NOON));

        assertThat(month(JANUARY)).isEqualTo(new MonthUsage(JANUARY, 1, 0));
        var lines = lines(ALL);
        assertThat(lines.total()).isEqualTo(1);
        var line = lines.items().getFirst();
        assertThat(line)
                .isEqualTo(
                        new UsageLine(line.id(), Meter.CONVERSATION, conversation, 1, null, NOON));
    }

    @Test
    void aBotAnswerIsOneLineThatNamesTheKnowledgeItCameFrom() {
        var entry = NewId.next();

        happened(turned(3, "ANSWER", entry));

        assertThat(month(JANUARY)).isEqualTo(new MonthUsage(JANUARY, 0, 1));
        var line = lines(ALL).items().getFirst();
        assertThat(line.meter()).isEqualTo(Meter.BOT_ANSWER);
        assertThat(line.conversationVersion()).isEqualTo(3);
        assertThat(line.answer()).isEqualTo(new UsageLine.Answer(entry, 7));
    }

    @Test
    void askingBackAndHandingOverCostNothing() {
        happened(turned(3, "CLARIFY", NewId.next()));
        happened(turned(5, "HANDOVER", NewId.next()));

        assertThat(month(JANUARY)).isEqualTo(new MonthUsage(JANUARY, 0, 0));
        assertThat(lines(ALL).items()).isEmpty();
    }

    @Test
    void theSameFactToldTwiceIsOneLine() {
        happened(started(NOON));
        happened(started(NOON));

        assertThat(month(JANUARY)).isEqualTo(new MonthUsage(JANUARY, 1, 0));
        assertThat(lines(ALL).items()).hasSize(1);
    }

    @Test
    void aFactThatIsRolledBackIsNotBilled() {
        inCompany(company, () -> told(started(NOON)), true);

        assertThat(month(JANUARY)).isEqualTo(new MonthUsage(JANUARY, 0, 0));
    }

    @Test
    void aMonthIsOfUtcWhateverTheCompanysZone() {
        happened(started(1, Instant.parse("2026-01-31T23:59:59.999999Z")));
        happened(started(2, Instant.parse("2026-02-01T00:00:00Z")));

        assertThat(month(JANUARY).conversations()).isEqualTo(1);
        assertThat(month(JANUARY.plusMonths(1)).conversations()).isEqualTo(1);
        assertThat(month(JANUARY.plusMonths(2)).conversations()).isZero();
    }

    @Test
    void linesComeInPagesNewestFirst() {
        for (int version = 1; version <= 5; version++) {
            happened(started(version, NOON.plusSeconds(version)));
        }

        var first = lines(new PageRequest(null, 2, true));
        var second = lines(new PageRequest(first.items().getLast().id(), 2, false));
        var third = lines(new PageRequest(second.items().getLast().id(), 2, false));

        assertThat(versions(first)).containsExactly(5, 4);
        assertThat(versions(second)).containsExactly(3, 2);
        assertThat(versions(third)).containsExactly(1);
        assertThat(List.of(first.more(), second.more(), third.more()))
                .containsExactly(true, true, false);
        assertThat(first.total()).isEqualTo(5);
        assertThat(second.total()).isNull();
    }

    @Test
    void anotherCompanySeesAndWritesNothingOfIt() {
        happened(started(NOON));
        var other = new TenantId(NewId.next());

        assertThat(inCompany(other, () -> usage.month(JANUARY), false))
                .isEqualTo(new MonthUsage(JANUARY, 0, 0));
        assertThat(inCompany(other, () -> usage.lines(JANUARY, ALL), false))
                .isEqualTo(new Page<>(List.of(), false, 0L));
        assertThat(
                        inCompany(
                                other,
                                () ->
                                        jdbc.sql("select count(*) from usage_line")
                                                .query(Long.class)
                                                .single(),
                                false))
                .isZero();
        assertThatThrownBy(() -> inCompany(other, () -> told(started(2, NOON)), false))
                .hasMessageContaining("another tenant");
        assertThat(month(JANUARY)).isEqualTo(new MonthUsage(JANUARY, 1, 0));
    }

    @Test
    void aLineCannotBeChangedOrRemoved() {
        happened(started(NOON));

        for (var sql : List.of("update usage_line set meter = meter", "delete from usage_line")) {
            assertThatThrownBy(() -> inCompany(company, () -> jdbc.sql(sql).update(), false))
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(month(JANUARY)).isEqualTo(new MonthUsage(JANUARY, 1, 0));
    }

    /** A counter row would block here until the first has committed. */
    @Test
    void factsOfOneCompanyDoNotWaitForOneAnother() {
        inCompany(
                company,
                () -> {
                    events.append(started(1, NOON));
                    var second =
                            Thread.ofVirtual()
                                    .start(() -> happened(turned(2, "ANSWER", NewId.next())));
                    join(second);
                    return month(JANUARY);
                },
                false);

        assertThat(month(JANUARY)).isEqualTo(new MonthUsage(JANUARY, 1, 1));
    }

    private static void join(Thread thread) {
        try {
            assertThat(thread.join(Duration.ofSeconds(8))).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Integer> versions(Page<UsageLine> page) {
        return page.items().stream().map(UsageLine::conversationVersion).toList();
    }

    private ConversationEvent started(Instant at) {
        return started(1, at);
    }

    private ConversationEvent started(int version, Instant at) {
        return new ConversationEvent.Started(
                company,
                conversation,
                version,
                at,
                new ChannelId(NewId.next()),
                NewId.next(),
                true);
    }

    private ConversationEvent turned(int version, String decision, UUID entry) {
        return new ConversationEvent.BotTurned(
                company, conversation, version, NOON, decision, entry, 7, 0.93);
    }

    private void happened(Event event) {
        inCompany(company, () -> told(event), false);
    }

    private boolean told(Event event) {
        events.append(event);
        return true;
    }

    private MonthUsage month(YearMonth month) {
        return inCompany(company, () -> usage.month(month), false);
    }

    private Page<UsageLine> lines(PageRequest request) {
        return inCompany(company, () -> usage.lines(JANUARY, request), false);
    }

    private <T> T inCompany(TenantId tenant, Supplier<T> work, boolean rollBack) {
        return CurrentTenant.call(
                tenant,
                () ->
                        transactions.execute(status -> {
                            if (rollBack) {
                                status.setRollbackOnly();
                            }
                            return work.get();
                        }));
    }
}
