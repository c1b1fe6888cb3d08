package io.wenda.knowledge.entry;

import static io.wenda.knowledge.VersionState.APPROVED;
import static io.wenda.knowledge.VersionState.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wenda.knowledge.Cable;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.answering.Answers;
import io.wenda.knowledge.answering.Asked;
import io.wenda.knowledge.answering.Asker;
import io.wenda.knowledge.answering.BotAnswer;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.isolation.SystemDatabase;
import io.wenda.testing.ShiftingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

/** When, and to whom, a version is said. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class TimesTest {
    private static final String CANCEL = "How do I cancel my order?";
    private static final Duration HOUR = Duration.ofHours(1);

    private final Desk desk;
    private final Desks desks;
    private final Answers answers;
    private final ScheduledPublishing scheduled;
    private final ReviewsDue reviews;
    private final ShiftingClock clock;
    private final SystemDatabase system;
    private final Cable cable;
    private final Instant now;

    TimesTest(
            Desks desks,
            Answers answers,
            ScheduledPublishing scheduled,
            ReviewsDue reviews,
            ShiftingClock clock,
            SystemDatabase system,
            Cable cable) {
        this.desk = desks.open();
        this.desks = desks;
        this.answers = answers;
        this.scheduled = scheduled;
        this.reviews = reviews;
        this.clock = clock;
        this.system = system;
        this.cable = cable;
        this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Test
    void outsideOfItsTimeTheBotDoesNotKnowAVersion() {
        var id =
                published(
                        new Terms(
                                new Validity(now.plus(HOUR), now.plus(HOUR.multipliedBy(3))),
                                null));

        assertThat(ask(Asker.ANYBODY).candidates()).isEmpty();
        clock.later(
                HOUR.multipliedBy(2), () -> assertThat(ask(Asker.ANYBODY).source()).isNotNull());
        clock.later(
                HOUR.multipliedBy(3), () -> assertThat(ask(Asker.ANYBODY).candidates()).isEmpty());
        clock.later(
                HOUR.multipliedBy(4),
                () -> {
                    assertThat(found(Attention.EXPIRED)).containsExactly(id);
                    assertThat(found(Attention.EXPIRING)).isEmpty();
                });
        assertThat(found(Attention.EXPIRING)).containsExactly(id);
        assertThat(found(Attention.EXPIRED)).isEmpty();
    }

    @Test
    void whatIsOverIsNotPublishedOrBroughtBack() {
        var id = published(new Terms(new Validity(null, now.plus(HOUR)), null));
        desk.revise(id, "For ever.");
        desk.company()
                .in(() ->
                        desk.entries()
                                .revise(
                                        desk.company().owner(),
                                        id,
                                        new Revision(null, null, null, null),
                                        new Terms(Validity.ALWAYS, null)));
        desk.bringOut(id, 2);

        clock.later(
                HOUR.multipliedBy(2),
                () -> refused(Refusal.Code.NOT_ALLOWED_NOW, () -> desk.rollback(id, 1)));

        assertThat(desk.rollback(id, 1).published()).isEqualTo(3);
        assertThat(desk.version(id, 3).validity().until()).isEqualTo(now.plus(HOUR));
    }

    @Test
    void aVersionEndsAfterItBegins() {
        refused(Refusal.Code.INVALID, () -> new Validity(now, now));
    }

    @Test
    void theBotSaysAVersionOnlyToItsAudience() {
        var shop = new ChannelId(NewId.next());
        var vip = new Audience(Audience.Kind.CHOSEN, List.of(shop), Map.of("level", "gold"));
        var id = published(new Terms(null, vip));
        assertThat(desk.version(id, 1).audience()).isEqualTo(vip);

        assertThat(ask(Asker.ANYBODY).candidates()).isEmpty();
        assertThat(ask(new Asker(shop, Map.of())).candidates()).isEmpty();
        assertThat(
                        ask(new Asker(new ChannelId(NewId.next()), Map.of("level", "gold")))
                                .candidates())
                .isEmpty();
        assertThat(ask(new Asker(shop, Map.of("level", "gold", "age", 7))).source()).isNotNull();
    }

    @Test
    void whatIsForMembersIsFoundByThemAndSaidToNobody() {
        var members = new Audience(Audience.Kind.MEMBERS, List.of(), Map.of());
        var id = published(new Terms(null, members));
        var agent = desk.company().member(Role.AGENT);

        assertThat(ask(Asker.ANYBODY).candidates()).isEmpty();
        var page =
                desk.company()
                        .in(() ->
                                desk.reader()
                                        .page(
                                                agent,
                                                new EntryFilter("cancel", null, null, null, null),
                                                new PageRequest(null, 9, false)));
        assertThat(page.items()).extracting(Entry::id).containsExactly(id);
        refused(
                Refusal.Code.INVALID,
                () -> new Audience(Audience.Kind.CHOSEN, List.of(), Map.of()));
        refused(
                Refusal.Code.INVALID,
                () -> new Audience(Audience.Kind.EVERYBODY, List.of(), Map.of("a", "b")));
    }

    @Test
    void anApprovedVersionIsPublishedAtItsHourAndOnce() {
        var id = approved();
        schedule(id, now.plus(HOUR));
        assertThat(found(Attention.SCHEDULED)).containsExactly(id);

        scheduled.publishDue();
        assertThat(desk.version(id, 1).state()).isEqualTo(APPROVED);
        var nodes =
                IntStream.range(0, 4)
                        .mapToObj(_ -> CompletableFuture.runAsync(() -> later(HOUR)))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).join();

        assertThat(desk.version(id, 1).state()).isEqualTo(PUBLISHED);
        assertThat(desk.version(id, 1).schedule()).isNull();
        assertThat(ask(Asker.ANYBODY).source()).isNotNull();
        assertThat(events("knowledge.published", id)).isEqualTo(1);
        assertThat(desk.history(desk.company().owner(), id, 1).getLast().by())
                .isEqualTo(desk.company().owner().id());
        assertThat(found(Attention.SCHEDULED)).isEmpty();
    }

    @Test
    void whatCannotBePublishedIsSeenAndTriedAgain() {
        var id = desk.create(CANCEL);
        desk.submit(id, 1);
        var plan = new Schedule[1];
        cable.pulled(() -> {
            desk.approve(desk.company().owner(), id, 1);
            schedule(id, now.plus(HOUR));
            later(HOUR);
            plan[0] = desk.version(id, 1).schedule();
        });

        var failed = Objects.requireNonNull(plan[0]);
        assertThat(failed.tries()).isEqualTo(1);
        assertThat(failed.fault()).contains("search index is away");
        assertThat(failed.next()).isAfter(now.plus(HOUR));
        assertThat(found(Attention.SCHEDULE_FAILED)).containsExactly(id);
        later(HOUR.multipliedBy(2));
        assertThat(desk.version(id, 1).state()).isEqualTo(PUBLISHED);
        assertThat(found(Attention.SCHEDULE_FAILED)).isEmpty();
    }

    @Test
    void aPlanEndsWhereItIsTakenBackOrTheVersionRejected() {
        var one = approved();
        schedule(one, now.plus(HOUR));
        var other = approved();
        schedule(other, now.plus(HOUR));
        desk.company()
                .in(() -> scheduled.unschedule(desk.company().owner(), new VersionId(one, 1)));
        desk.reject(other, 1);

        later(HOUR);

        assertThat(desk.entry(one).published()).isNull();
        assertThat(desk.entry(other).published()).isNull();
        refused(Refusal.Code.NOT_ALLOWED_NOW, () -> schedule(other, now));
        refused(
                Refusal.Code.NOT_ALLOWED_NOW,
                () ->
                        desk.company()
                                .in(() ->
                                        scheduled.unschedule(
                                                desk.company().owner(), new VersionId(one, 1))));
    }

    @Test
    void aPlanIsForTheFuture() {
        var id = approved();

        refused(Refusal.Code.INVALID, () -> schedule(id, now.minus(HOUR)));

        later(HOUR);
        assertThat(desk.entry(id).published()).isNull();
        assertThat(desk.version(id, 1).schedule()).isNull();
    }

    @Test
    void aReviewIsToldOnceWhenItsDayHasCome() {
        var id = desk.published(CANCEL);
        review(id, now.plus(HOUR));
        assertThat(found(Attention.REVIEW_DUE)).isEmpty();

        clock.later(
                HOUR,
                () -> {
                    reviews.tellDue();
                    reviews.tellDue();
                    assertThat(found(Attention.REVIEW_DUE)).containsExactly(id);
                });

        assertThat(events("knowledge.review-due", id)).isEqualTo(1);
        assertThat(desk.entry(id).reviewDueAt()).isEqualTo(now.plus(HOUR));
        review(id, null);
        clock.later(HOUR, () -> assertThat(found(Attention.REVIEW_DUE)).isEmpty());
    }

    @Test
    void anotherCompanyPlansNothing() {
        var id = approved();
        var other = desks.open();
        var owner = other.company().owner();

        refused(
                Refusal.Code.NOT_FOUND,
                () ->
                        other.company()
                                .in(() -> scheduled.schedule(owner, new VersionId(id, 1), now)));
        refused(
                Refusal.Code.NOT_FOUND,
                () -> other.company().in(() -> reviews.plan(owner, id, now)));
        assertThat(
                        other.company()
                                .in(() ->
                                        other.reader()
                                                .difference(
                                                        owner,
                                                        new VersionId(id, 1),
                                                        new VersionId(id, 1))))
                .isEmpty();
        assertThat(desk.version(id, 1).schedule()).isNull();
        assertThat(desk.entry(id).reviewDueAt()).isNull();
    }

    private EntryId approved() {
        var id = desk.create(CANCEL);
        desk.submit(id, 1);
        desk.approve(desk.company().owner(), id, 1);
        return id;
    }

    private EntryId published(Terms terms) {
        var owner = desk.company().owner();
        var wanted = new NewEntry("en", CANCEL, List.of(), "Under My orders.", null, List.of());
        var id = desk.company().in(() -> desk.entries().create(owner, wanted, terms)).id();
        desk.bringOut(id, 1);
        return id;
    }

    private BotAnswer ask(Asker asker) {
        return desk.company().in(() -> answers.ask(new Asked(CANCEL, null, null, asker)));
    }

    private void schedule(EntryId id, Instant at) {
        desk.plan(id, 1, at);
    }

    private void later(Duration by) {
        clock.later(by, scheduled::publishDue);
    }

    private void review(EntryId id, @Nullable Instant at) {
        desk.company().in(() -> reviews.plan(desk.company().owner(), id, at));
    }

    private List<EntryId> found(Attention attention) {
        var filter = new EntryFilter(null, null, null, null, attention);
        var owner = desk.company().owner();
        return desk
                .company()
                .in(() -> desk.reader().page(owner, filter, new PageRequest(null, 9, true)))
                .items()
                .stream()
                .map(Entry::id)
                .toList();
    }

    private int events(String type, EntryId id) {
        return system.call(jdbc ->
                jdbc.sql(
                                """
                                select count(*) from outbox
                                where tenant_id = ? and type = ? and payload ->> 'entry' = ?
                                """)
                        .param(desk.company().tenant().value())
                        .param(type)
                        .param(id.value().toString())
                        .query(Integer.class)
                        .single());
    }

    private static void refused(Refusal.Code code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
