package io.wenda.knowledge.entry;

import static io.wenda.knowledge.VersionState.APPROVED;
import static io.wenda.knowledge.VersionState.DRAFT;
import static io.wenda.knowledge.VersionState.IN_REVIEW;
import static io.wenda.knowledge.VersionState.PUBLISHED;
import static io.wenda.knowledge.VersionState.RETIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class VersionHistoryTest {
    private final Desk desk;
    private final Desks desks;

    VersionHistoryTest(Desks desks) {
        this.desk = desks.open();
        this.desks = desks;
    }

    @Test
    void whatWasSaidAboutAVersionStaysReadable() {
        var owner = desk.company().owner();
        var id = desk.create("How do I cancel?");
        desk.submit(id, 1);
        desk.reject(id, 1);
        assertThat(desk.version(id, 1).reviewComment()).isEqualTo("seen");
        desk.bringOut(id, 1);
        desk.company().in(() -> desk.publishing().retire(owner, id, "no longer sold"));

        assertThat(desk.history(owner, id, 1))
                .extracting(VersionMove::from, VersionMove::to, VersionMove::comment)
                .containsExactly(
                        tuple(null, DRAFT, null),
                        tuple(DRAFT, IN_REVIEW, "seen"),
                        tuple(IN_REVIEW, DRAFT, "seen"),
                        tuple(DRAFT, IN_REVIEW, "seen"),
                        tuple(IN_REVIEW, APPROVED, "seen"),
                        tuple(APPROVED, PUBLISHED, null),
                        tuple(PUBLISHED, RETIRED, "no longer sold"));
        assertThat(desk.history(owner, id, 1)).allMatch(move -> owner.id().equals(move.by()));
        assertThat(desk.history(desk.company().member(Role.AGENT), id, 1)).isEmpty();
        var other = desks.open();
        assertThat(other.history(other.company().owner(), id, 1)).isEmpty();
    }

    @Test
    void aRetiredEntryIsBroughtBackByGoingBack() {
        var owner = desk.company().owner();
        var id = desk.published("How do I cancel?");

        var retired = desk.company().in(() -> desk.publishing().retire(owner, id, null));

        assertThat(retired.published()).isNull();
        assertThat(desk.version(id, 1).state()).isEqualTo(RETIRED);
        refused(
                Refusal.Code.NOT_ALLOWED_NOW,
                () -> desk.company().in(() -> desk.publishing().retire(owner, id, null)));
        var other = desks.open();
        refused(
                Refusal.Code.NOT_FOUND,
                () ->
                        other.company()
                                .in(() ->
                                        other.publishing()
                                                .retire(other.company().owner(), id, null)));
        assertThat(desk.rollback(id, 1).published()).isEqualTo(2);
        assertThat(desk.version(id, 2).state()).isEqualTo(PUBLISHED);
    }

    private static void refused(Refusal.Code code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
