package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationSettings;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Shop;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.testing.ShiftingClock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** The visitor's absence is hers: not that of the process, nor that of the database. */
@SpringBootTest(classes = ConversationTests.class)
class AbsenceTest {
    @Autowired Shop.Opened shops;
    @Autowired Dialogue dialogue;
    @Autowired DueClosings due;
    @Autowired Ledger ledger;
    @Autowired Ending ending;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager manager;
    @Autowired ShiftingClock clock;
    @Autowired ConversationSettings settings;

    @Test
    void aProcessThatComesBackWaitsForTheVisitorsToo() {
        var shop = shops.open();
        var id = waiting(shop);
        var down = settings.queueAbandon().plusMinutes(10);
        var closings = new IdleClosings[1];

        clock.later(
                down,
                () -> {
                    closings[0] = closings(presence(() -> false), () -> false);
                    closings[0].closeDue();
                });
        clock.later(
                down.plus(settings.queueAbandon()).minusSeconds(5), () -> closings[0].closeDue());
        assertThat(state(shop, id)).isEqualTo(ConversationState.QUEUED);

        clock.later(
                down.plus(settings.queueAbandon()).plusSeconds(1), () -> closings[0].closeDue());
        assertThat(state(shop, id)).isEqualTo(ConversationState.CLOSED);
    }

    @Test
    void whileTheDatabaseIsAwayNobodyIsAbsent() {
        var shop = shops.open();
        var id = waiting(shop);
        var away = new boolean[] {true};
        var presence = presence(() -> away[0] && isOf(shop));
        var closings = closings(presence, () -> away[0] && isOf(shop));
        var late = settings.queueAbandon().plusMinutes(1);

        clock.later(
                late,
                () ->
                        assertThatExceptionOfType(CannotCreateTransactionException.class)
                                .isThrownBy(closings::closeDue));
        away[0] = false;
        clock.later(late.plusSeconds(5), closings::closeDue);
        assertThat(state(shop, id)).isEqualTo(ConversationState.QUEUED);

        clock.later(late.plus(settings.queueAbandon()).plusSeconds(1), closings::closeDue);
        assertThat(state(shop, id)).isEqualTo(ConversationState.CLOSED);
    }

    @Test
    void whoIsConnectedHereIsNotedBeforeAnybodyIsGivenUp() {
        var shop = shops.open();
        var id = waiting(shop);
        var presence = presence(() -> false);
        var closings = closings(presence, () -> false);
        var connection = shop.in(() -> presence.connected(id));

        clock.later(settings.queueAbandon().plusMinutes(10), closings::closeDue);

        assertThat(state(shop, id)).isEqualTo(ConversationState.QUEUED);
        connection.close();
    }

    @Test
    void whoCouldNotBeNotedIsNotConnected() {
        var shop = shops.open();
        var id = waiting(shop);
        var away = new boolean[] {true};
        var presence = presence(() -> away[0]);
        var closings = closings(presence, () -> false);

        assertThatExceptionOfType(CannotCreateTransactionException.class)
                .isThrownBy(() -> shop.in(() -> presence.connected(id)));
        away[0] = false;
        clock.later(settings.queueAbandon().plusSeconds(1), closings::closeDue);

        assertThat(state(shop, id)).isEqualTo(ConversationState.CLOSED);
    }

    @Test
    void oneThatCannotBeClosedKeepsNoOtherOneOpen() {
        var sick = shops.open();
        var stuck = waiting(sick);
        var shop = shops.open();
        var id = waiting(shop);
        var closings =
                new IdleClosings(
                        due,
                        ledger,
                        ending,
                        presence(() -> false),
                        failing(() -> isOf(sick), new IllegalStateException("on purpose")),
                        clock);

        clock.later(settings.queueAbandon().plusSeconds(1), closings::closeDue);

        assertThat(state(sick, stuck)).isEqualTo(ConversationState.QUEUED);
        assertThat(state(shop, id)).isEqualTo(ConversationState.CLOSED);
    }

    @Test
    void absenceShorterThanTwoBeatsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Duration.ofSeconds(119), Duration.ofMinutes(1)))
                .withMessage(
                        "wenda.conversation.queue-abandon (PT1M59S) must be at least twice"
                                + " presence-beat (PT1M)");
        assertThat(settings(Duration.ofMinutes(2), Duration.ofMinutes(1)).queueAbandon())
                .isEqualTo(Duration.ofMinutes(2));
    }

    private ConversationSettings settings(Duration abandon, Duration beat) {
        return new ConversationSettings(
                settings.botIdle(),
                abandon,
                settings.wrapUp(),
                settings.ratingWindow(),
                beat,
                settings.sweep(),
                settings.botMakeUp(),
                1,
                1,
                settings.lanes());
    }

    private ConversationId waiting(Shop shop) {
        return dialogue.waiting(shop, shop.channel(shop.group(), false));
    }

    private ConversationState state(Shop shop, ConversationId id) {
        return dialogue.see(shop.owner(), id).state();
    }

    private static boolean isOf(Shop shop) {
        return CurrentTenant.get().equals(shop.tenant());
    }

    private Presence presence(BooleanSupplier away) {
        return new Presence(
                jdbc, failing(away, new CannotCreateTransactionException("away")), clock);
    }

    private IdleClosings closings(Presence presence, BooleanSupplier away) {
        return new IdleClosings(
                due,
                ledger,
                ending,
                presence,
                failing(away, new CannotCreateTransactionException("away")),
                clock);
    }

    private TransactionTemplate failing(BooleanSupplier away, RuntimeException how) {
        return new TransactionTemplate(manager) {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                if (away.getAsBoolean()) {
                    throw how;
                }
                return super.execute(action);
            }
        };
    }
}
