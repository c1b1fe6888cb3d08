package io.wenda.knowledge.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.wenda.knowledge.CompanyUnderTest;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.LockedTable;
import io.wenda.knowledge.answering.Decision;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.knowledge.entry.Revision;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class GapsTest {
    private static final PageRequest ALL = new PageRequest(null, 200, true);
    private static final String[] GIFT = {
        "Do you offer gift wrapping?",
        "can you gift wrap my order",
        "is gift wrapping available for my order?"
    };
    private static final String[] WARRANTY = {
        "How long is the warranty on the kettle?", "how long is the kettle under warranty"
    };
    private static final String WRAPPED =
            "Hello there! Yes, we wrap every order as a gift for 3 euros: tick the box at checkout.";

    private final Desks desks;
    private final Desk desk;
    private final CompanyUnderTest company;
    private final Shoppers shoppers;
    private final Collecting collecting;
    private final Gathering gathering;
    private final GapReader reader;
    private final Gaps gaps;
    private final ProposalReader proposalReader;
    private final Proposals proposals;
    private final LockedTable.Locksmith smith;
    private final Instant now;

    GapsTest(
            Desks desks,
            Shoppers shoppers,
            Collecting collecting,
            Gathering gathering,
            GapReader reader,
            Gaps gaps,
            ProposalReader proposalReader,
            Proposals proposals,
            LockedTable.Locksmith smith,
            Clock clock) {
        this.desks = desks;
        this.desk = desks.open();
        this.company = desk.company();
        this.shoppers = shoppers;
        this.collecting = collecting;
        this.gathering = gathering;
        this.reader = reader;
        this.gaps = gaps;
        this.proposalReader = proposalReader;
        this.proposals = proposals;
        this.smith = smith;
        this.now = clock.instant();
    }

    @Test
    void questionsThatMeanTheSameAreOneGapRankedByVolumeOrMinutes() {
        shoppers.ask(company.tenant(), now, GIFT);
        shoppers.ask(company.tenant(), now, "送货需要几天？", "送货要多少天");
        gather();
        shoppers.end(
                company.tenant(), Shoppers.turn(1, WARRANTY[0], now, Decision.HANDOVER, 0.1, 30));
        shoppers.end(
                company.tenant(), Shoppers.turn(1, WARRANTY[1], now, Decision.CLARIFY, 0.4, 0));
        gather();

        assertThat(gaps(GapRank.VOLUME)).extracting(Gap::volume).containsExactly(3, 2, 2);
        assertThat(gaps(GapRank.VOLUME).getFirst().question()).isIn((Object[]) GIFT);
        assertThat(gaps(GapRank.MINUTES).getFirst())
                .satisfies(it -> {
                    assertThat(it.question()).isIn((Object[]) WARRANTY);
                    assertThat(it.handled()).isEqualTo(Duration.ofMinutes(30));
                });
        var first = page(null, 1);
        var second = page(first.getFirst().id(), 5);
        assertThat(Stream.concat(first.stream(), second.stream()).toList())
                .isEqualTo(gaps(GapRank.VOLUME));
        var zh = new GapFilter(GapState.OPEN, null, Shoppers.SHOP, "送货");
        assertThat(company.in(() -> reader.page(zh, GapRank.NEWEST, ALL)).total()).isEqualTo(1);
    }

    @Test
    void whatWasAnsweredWellIsNoGapAndPersonalDataIsNotKept() {
        shoppers.end(
                company.tenant(),
                Shoppers.turn(1, "When do you open?", now, Decision.ANSWER, 0.95, 0),
                Shoppers.turn(3, "😀", now, Decision.HANDOVER, 0, 0),
                Shoppers.turn(
                        5, "Call me at 13812345678\nabout parking", now, Decision.ANSWER, 0.7, 0),
                Shoppers.turn(7, "Is there a garage for trucks?", now, Decision.ANSWER, 0.95, 12));
        gather();

        assertThat(gaps(GapRank.VOLUME).stream().flatMap(it -> questions(it).stream()))
                .extracting(GapQuestion::question, GapQuestion::cause)
                .containsExactlyInAnyOrder(
                        tuple("Call me at [phone] about parking", GapCause.UNSURE),
                        tuple("Is there a garage for trucks?", GapCause.NOT_ENOUGH));
    }

    @Test
    void aDraftIsMadeFromAGapWhichIsDoneWhenThatIsPublishedAndReopenedByNewQuestions() {
        shoppers.ask(company.tenant(), now, GIFT);
        gather();
        var gap = only();

        var drafted = company.in(() -> gaps.draft(company.owner(), gap.id(), "Orders"));

        var entry = Objects.requireNonNull(drafted.entry());
        assertThat(drafted.state()).isEqualTo(GapState.OPEN);
        assertThat(desk.version(entry, 1))
                .satisfies(it -> {
                    assertThat(it.question()).isEqualTo(gap.question());
                    assertThat(it.similarQuestions()).isNotEmpty().isSubsetOf(GIFT);
                    assertThat(it.answer()).isEmpty();
                });
        assertThatThrownBy(() -> desk.bringOut(entry, 1))
                .hasMessageContaining("still to be written");
        desk.revise(entry, "Yes, for two euros.");
        desk.bringOut(entry, 1);
        assertThat(only().state()).isEqualTo(GapState.DONE);
        shoppers.ask(company.tenant(), now.minusSeconds(60), GIFT[0]);
        gather();
        assertThat(only().state()).isEqualTo(GapState.DONE);
        var later = Objects.requireNonNull(only().settledAt()).plusSeconds(60);
        shoppers.ask(company.tenant(), later, "is there a gift wrap option at checkout?");
        gather();
        assertThat(only())
                .extracting(Gap::state, Gap::volume, Gap::entry)
                .containsExactly(GapState.OPEN, 1, entry);

        company.in(() -> gaps.draft(company.owner(), gap.id(), null));

        assertThat(desk.version(entry, 2).similarQuestions())
                .contains("is there a gift wrap option at checkout?");
    }

    @Test
    void aDismissedGapStaysSoUntilAsMuchIsAskedAgain() {
        shoppers.ask(company.tenant(), now, WARRANTY);
        gather();
        var gap = only();
        company.in(() -> gaps.dismiss(company.owner(), gap.id(), "we sell no kettles"));
        assertThatThrownBy(() -> company.in(() -> gaps.draft(company.owner(), gap.id(), null)))
                .isInstanceOf(Refusal.Conflict.class);

        shoppers.ask(company.tenant(), now.plusSeconds(60), WARRANTY[0]);
        gather();
        assertThat(only().state()).isEqualTo(GapState.DISMISSED);
        shoppers.ask(company.tenant(), now.plusSeconds(90), WARRANTY[1]);
        gather();

        assertThat(only())
                .extracting(Gap::state, Gap::volume, Gap::comment)
                .containsExactly(GapState.OPEN, 2, null);
        company.in(() -> gaps.dismiss(company.owner(), gap.id(), null));
        assertThat(company.in(() -> gaps.reopen(company.owner(), gap.id())).state())
                .isEqualTo(GapState.OPEN);
        assertThat(desk.company().in(() -> reader.find(gap.id())).orElseThrow().entry()).isNull();
    }

    @Test
    void whatAgentsAnsweredIsProposedOnceAndGoesIntoTheDraft() {
        answered(GIFT[0], "Hi, this is Ann.", "Which order is it?", WRAPPED);
        answered(GIFT[1], WRAPPED.replace("Hello there!", "Hello!") + " Mail me: ann@example.com");
        answered(GIFT[2], "We do not wrap anything as a gift, I am afraid.");
        gather();

        assertThat(proposed())
                .extracting(Proposal::answer, Proposal::times)
                .containsExactly(
                        tuple(WRAPPED, 2),
                        tuple("We do not wrap anything as a gift, I am afraid.", 1));
        var bad = proposed().get(1);
        company.in(() -> proposals.dismiss(company.owner(), bad.id()));
        answered(GIFT[2], "We do not wrap anything as gift, I am afraid.");
        gather();
        assertThat(proposed().stream().filter(it -> it.state() == ProposalState.OPEN)).hasSize(1);

        var drafted = company.in(() -> gaps.draft(company.owner(), only().id(), null));

        assertThat(desk.version(Objects.requireNonNull(drafted.entry()), 1).answer())
                .isEqualTo(WRAPPED);
        assertThat(proposed())
                .filteredOn(it -> it.answer().equals(WRAPPED))
                .extracting(Proposal::state)
                .containsExactly(ProposalState.ACCEPTED);
        assertThatThrownBy(() -> company.in(() -> gaps.accept(company.owner(), bad.id(), null)))
                .isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void anAnswerThatStandsInTheDraftIsNotReplacedUnseen() {
        shoppers.ask(company.tenant(), now, GIFT);
        gather();
        var gap = only();
        var entry = drafted(gap);
        desk.revise(entry, "Yes, for two euros.");
        answered(GIFT[0], WRAPPED);
        gather();
        var proposal = proposed().getFirst();

        assertThatThrownBy(
                        () -> company.in(() -> gaps.accept(company.owner(), proposal.id(), null)))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("has an answer");
        assertThat(drafted(gap)).isEqualTo(entry);

        assertThat(desk.version(entry, 1).answer()).isEqualTo("Yes, for two euros.");
        assertThat(proposed()).extracting(Proposal::state).containsExactly(ProposalState.OPEN);
        desk.bringOut(entry, 1);
        company.in(() -> gaps.accept(company.owner(), proposal.id(), null));
        assertThat(desk.version(entry, 1).answer()).isEqualTo("Yes, for two euros.");
        assertThat(desk.version(entry, 2).answer()).isEqualTo(WRAPPED);
    }

    @Test
    void whatAColleagueWritesAtTheSameTimeStaysInTheDraft() throws Exception {
        shoppers.ask(company.tenant(), now, GIFT);
        gather();
        var gap = only();
        var entry = drafted(gap);
        shoppers.ask(company.tenant(), now, "is there a gift wrap option at checkout?");
        gather();
        var draft = new FutureTask<>(() -> drafted(gap));

        company.in(() ->
                smith.transactions()
                        .execute(_ -> {
                            var ribbons = List.of("Do you have ribbons?");
                            desk.entries()
                                    .revise(
                                            company.owner(),
                                            entry,
                                            new Revision(null, null, ribbons, "Yes."));
                            Thread.startVirtualThread(draft);
                            await().pollInSameThread().until(this::isSomebodyWaiting);
                            return entry;
                        }));

        assertThat(draft.get()).isEqualTo(entry);
        assertThat(desk.version(entry, 1))
                .satisfies(it -> {
                    assertThat(it.answer()).isEqualTo("Yes.");
                    assertThat(it.similarQuestions())
                            .contains(
                                    "Do you have ribbons?",
                                    "is there a gift wrap option at checkout?");
                });
    }

    @Test
    void twoNodesJoinEachQuestionOnce() throws Exception {
        shoppers.ask(company.tenant(), now, GIFT);
        shoppers.ask(company.tenant(), now, WARRANTY);
        assertThat(company.in(collecting::collect)).isFalse();

        var nodes =
                IntStream.range(0, 4)
                        .mapToObj(_ -> new FutureTask<>(() -> company.in(gathering::join)))
                        .toList();
        nodes.forEach(Thread::startVirtualThread);
        for (var node : nodes) {
            assertThat(node.get()).isFalse();
        }
        gather();

        assertThat(gaps(GapRank.VOLUME)).extracting(Gap::volume).containsExactly(3, 2);
    }

    @Test
    void anotherCompanySeesNothingOfIt() {
        answered(GIFT[0], WRAPPED);
        gather();
        var gap = only();
        var proposal = proposed().getFirst();
        var other = desks.open().company();

        assertThat(other.in(() -> reader.find(gap.id()))).isEmpty();
        assertThat(other.in(() -> reader.byIds(List.of(gap.id())))).isEmpty();
        assertThat(other.in(() -> reader.page(GapFilter.NONE, GapRank.VOLUME, ALL)).items())
                .isEmpty();
        assertThat(other.in(() -> reader.questions(List.of(gap.id()), ALL))).isEmpty();
        assertThat(other.in(() -> proposalReader.page(ProposalFilter.NONE, ALL)).items()).isEmpty();
        Stream.<Runnable>of(
                        () -> gaps.draft(other.owner(), gap.id(), null),
                        () -> gaps.dismiss(other.owner(), gap.id(), null),
                        () -> gaps.reopen(other.owner(), gap.id()),
                        () -> gaps.accept(other.owner(), proposal.id(), null),
                        () -> proposals.dismiss(other.owner(), proposal.id()))
                .forEach(act ->
                        assertThatThrownBy(() ->
                                        other.in(() -> {
                                            act.run();
                                            return 0;
                                        }))
                                .isInstanceOf(Refusal.NotFound.class));
        assertThat(only()).isEqualTo(gap);
        assertThat(proposed()).containsExactly(proposal);
    }

    private EntryId drafted(Gap gap) {
        var drafted = company.in(() -> gaps.draft(company.owner(), gap.id(), null));
        return Objects.requireNonNull(drafted.entry());
    }

    private boolean isSomebodyWaiting() {
        return smith.jdbc()
                .sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private void answered(String question, String... replies) {
        shoppers.end(
                company.tenant(),
                Shoppers.turn(1, question, now, Decision.HANDOVER, 0.1, 5, replies));
    }

    private void gather() {
        assertThat(company.in(collecting::collect)).isFalse();
        assertThat(company.in(gathering::join)).isFalse();
    }

    private Gap only() {
        assertThat(gaps(GapRank.VOLUME)).hasSize(1);
        return gaps(GapRank.VOLUME).getFirst();
    }

    private List<Gap> gaps(GapRank rank) {
        return company.in(() -> reader.page(GapFilter.NONE, rank, ALL)).items();
    }

    private List<Gap> page(@Nullable GapId after, int limit) {
        var stretch = new PageRequest(after == null ? null : after.value(), limit, false);
        return company.in(() -> reader.page(GapFilter.NONE, GapRank.VOLUME, stretch)).items();
    }

    private List<GapQuestion> questions(Gap gap) {
        return Objects.requireNonNull(
                        company.in(() -> reader.questions(List.of(gap.id()), ALL)).get(gap.id()))
                .items();
    }

    private List<Proposal> proposed() {
        return company.in(() -> proposalReader.page(ProposalFilter.NONE, ALL)).items();
    }
}
