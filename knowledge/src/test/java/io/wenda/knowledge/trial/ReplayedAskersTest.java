package io.wenda.knowledge.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.wenda.knowledge.CompanyUnderTest;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.answering.Answers;
import io.wenda.knowledge.answering.Asked;
import io.wenda.knowledge.answering.Asker;
import io.wenda.knowledge.answering.BotAnswer;
import io.wenda.knowledge.answering.Decision;
import io.wenda.knowledge.answering.Overlay;
import io.wenda.knowledge.answering.Rehearsal;
import io.wenda.knowledge.entry.Audience;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.knowledge.entry.NewEntry;
import io.wenda.knowledge.entry.Revision;
import io.wenda.knowledge.entry.Terms;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

/** A question is played as whoever asked it, or would ask it, and after what she had asked. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ReplayedAskersTest {
    private static final String CANCEL = "How do I cancel my order?";
    private static final String ABROAD = "How much does delivery abroad cost?";
    private static final String RETURN = "How do I return an item?";
    private static final ChannelId SHOP = new ChannelId(NewId.next());
    private static final ChannelId BRAND = new ChannelId(NewId.next());

    private final Desk desk;
    private final CompanyUnderTest company;
    private final Laboratory lab;
    private final Answers answers;
    private final Rehearsal rehearsal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    ReplayedAskersTest(
            Desks desks,
            Laboratory lab,
            Answers answers,
            Rehearsal rehearsal,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.desk = desks.open();
        this.company = desk.company();
        this.lab = lab;
        this.answers = answers;
        this.rehearsal = rehearsal;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void whoIsToldAnEntryLosesItWhereAnEditRuinsIt() {
        var cancel = publishedForGoldInTheShop();
        others();
        var set = lab.set(company, "Orders");
        lab.expect(company, set, cancel, CANCEL);
        lab.customers()
                .asked(
                        company.tenant(),
                        asked(SHOP, Map.of("level", "gold", "size", "XL")),
                        asked(SHOP, Map.of("level", "silver")),
                        asked(BRAND, Map.of("level", "gold")));
        assertThat(lab.batch(company, set).tally().passed()).isEqualTo(1);
        company.in(() ->
                desk.entries()
                        .revise(
                                company.owner(),
                                cancel,
                                new Revision(null, "Which paper do printers need?", null, null)));

        var replay = lab.replay(company, new Change(cancel, 2));

        assertThat(replay.tally()).isEqualTo(new Trial.Tally(0, 1, 2, 0, 0, 0, 2));
        assertThat(lab.results(company, replay, Effect.LOST))
                .extracting(TrialResult::place)
                .containsExactly(0, 1);
        assertThat(kept(replay))
                .containsExactly(
                        "{\"level\": \"gold\"}",
                        "{\"level\": \"gold\"}",
                        "{}",
                        "{\"level\": \"gold\"}");
    }

    @Test
    void aSetAsksForADraftAsSomebodyWhoWillBeToldIt() {
        others();
        var draft = createdForGoldInTheShop();
        lab.expect(company, lab.set(company, "Orders"), draft, CANCEL);

        assertThat(lab.replay(company, new Change(draft, 1)).tally())
                .isEqualTo(new Trial.Tally(1, 0, 0, 0, 0, 1, 0));
    }

    @Test
    void aQuestionThatGoesOnIsPlayedTogetherWithTheOneBefore() {
        var abroad = desk.published(ABROAD);
        desk.published(RETURN);
        others();
        var questions =
                List.of(
                        goesOn("and for Norway?", ABROAD),
                        goesOn("and for Norway?", "Call me at 13812345678"),
                        goesOn(RETURN, ABROAD),
                        goesOn("what about it", RETURN));
        lab.customers().asked(company.tenant(), questions.toArray(Asked[]::new));
        var live = questions.stream().map(this::ask).toList();
        assertThat(live.getFirst().decision()).isEqualTo(Decision.ANSWER);

        var played = company.in(() -> rehearsal.of(rehearsal.understood(questions), Overlay.NONE));
        var replay = lab.replay(company, new Change(abroad, null));

        assertThat(played)
                .extracting(it -> it.now().decision(), it -> it.now().grounds().path())
                .isEqualTo(
                        live.stream()
                                .map(it -> tuple(it.decision(), it.grounds().path()))
                                .toList());
        var results = lab.results(company, replay);
        assertThat(results)
                .extracting(TrialResult::effect)
                .containsExactly(Effect.LOST, Effect.SAME, Effect.SAME, Effect.SAME);
        assertThat(results)
                .extracting(TrialResult::previous)
                .containsExactly(ABROAD, "Call me at [phone]", null, RETURN);
    }

    private static Asked asked(ChannelId channel, Map<String, Object> attributes) {
        return new Asked(CANCEL, null, "en", new Asker(channel, attributes));
    }

    private static Asked goesOn(String question, String previous) {
        return new Asked(question, previous, "en");
    }

    private BotAnswer ask(Asked question) {
        return company.in(() -> answers.ask(question));
    }

    private EntryId publishedForGoldInTheShop() {
        var id = createdForGoldInTheShop();
        desk.bringOut(id, 1);
        return id;
    }

    private EntryId createdForGoldInTheShop() {
        var gold = new Audience(Audience.Kind.CHOSEN, List.of(SHOP), Map.of("level", "gold"));
        var wanted = new NewEntry("en", CANCEL, List.of(), "Under My orders.", null, List.of());
        return company.in(
                        () -> desk.entries().create(company.owner(), wanted, new Terms(null, gold)))
                .id();
    }

    /** So that one entry alone is not the nearest to everything. */
    private void others() {
        desk.published("Which credit cards do you accept?");
        desk.published("Where is your shop?");
    }

    /** What each question of the trial knows of its asker. */
    private List<String> kept(Trial trial) {
        return company.in(() ->
                transactions.execute(_ ->
                        jdbc.sql(
                                        """
                                        select asker_attributes::text from trial_result
                                        where trial_id = ? order by place
                                        """)
                                .param(trial.id().value())
                                .query(String.class)
                                .list()));
    }
}
