package io.wenda.knowledge.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wenda.knowledge.CompanyUnderTest;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.answering.Answers;
import io.wenda.knowledge.answering.Asked;
import io.wenda.knowledge.answering.BotAnswer;
import io.wenda.knowledge.answering.Decision;
import io.wenda.knowledge.answering.Overlay;
import io.wenda.knowledge.answering.Rehearsal;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.knowledge.entry.Revision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

/** What a replay foretells is what is said afterwards. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ReplayTest {
    private static final String CANCEL = "How do I cancel my order?";
    private static final String REFUND = "When will my refund be credited?";
    private static final String CARDS = "Which credit cards do you accept?";

    private final Desk desk;
    private final CompanyUnderTest company;
    private final Laboratory lab;
    private final Answers answers;
    private final Rehearsal rehearsal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    ReplayTest(
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
    void whatTheOverlaySaysIsWhatIsSaidAfterPublishing() {
        var cancel = desk.published(CANCEL, "cancel an order", "stop my purchase");
        var refund = desk.published(REFUND);
        var old = desk.published("How can I track my package E4031?");
        var cards = desk.create(CARDS, "do you take visa");
        desk.submit(cards, 1);
        desk.approve(company.owner(), cards, 1);
        company.in(() ->
                desk.entries()
                        .revise(
                                company.owner(),
                                refund,
                                new Revision(
                                        null, null, List.of("money back after returning"), null)));
        desk.submit(refund, 2);
        desk.approve(company.owner(), refund, 2);
        var draft = desk.create("Do you ship abroad?");
        var questions =
                Stream.of(
                                CANCEL,
                                "money back after i return something",
                                "is visa fine",
                                "where is package E4031",
                                "do you send things abroad",
                                "how do I bake bread",
                                "退款多久到账",
                                "")
                        .map(it -> new Asked(it, null, "en"))
                        .toList();
        var replay =
                lab.replay(
                        company,
                        new Change(cards, 1),
                        new Change(refund, 2),
                        new Change(old, null),
                        new Change(draft, 1));
        assertThat(replay.state()).isEqualTo(TrialState.DONE);
        var overlay =
                new Overlay(
                        Map.of(
                                cards, Optional.of(new VersionId(cards, 1)),
                                refund, Optional.of(new VersionId(refund, 2)),
                                old, Optional.empty()));
        var foretold = company.in(() -> rehearsal.of(rehearsal.understood(questions), overlay));
        assertThat(foretold)
                .extracting(it -> it.now().decision())
                .isEqualTo(questions.stream().map(it -> ask(it).decision()).toList());

        desk.publish(cards, 1);
        desk.publish(refund, 2);
        company.in(() -> desk.publishing().retire(company.owner(), old, null));

        for (var i = 0; i < questions.size(); i++) {
            var after = ask(questions.get(i));
            var then = foretold.get(i).then();
            assertThat(then.decision()).isEqualTo(after.decision());
            assertThat(then.text()).isEqualTo(after.text());
            assertThat(then.confidence()).isCloseTo(after.confidence(), within(1e-3));
            assertThat(then.candidates().stream().map(it -> it.version()).toList())
                    .isEqualTo(after.candidates().stream().map(it -> it.version()).toList());
        }
        assertThat(ask(questions.getFirst()).source())
                .isEqualTo(new BotAnswer.Source(new VersionId(cancel, 1), CANCEL));
    }

    @Test
    void whatIsNotSaidNowIsNotSaidInAReplay() {
        var cancel = desk.published(CANCEL);
        var refund = desk.published(REFUND);
        desk.published(CARDS);
        var hidden =
                List.of(
                        jdbc.sql(
                                        """
                                        update knowledge_version
                                        set valid_until = now() - interval '1 day' where entry_id = ?
                                        """)
                                .param(cancel.value()),
                        jdbc.sql(
                                        "update knowledge_version set audience = 'MEMBERS' where entry_id = ?")
                                .param(refund.value()));
        company.in(() ->
                transactions.execute(
                        _ -> hidden.stream().map(JdbcClient.StatementSpec::update).toList()));
        var questions =
                Stream.of(CANCEL, REFUND, CARDS).map(it -> new Asked(it, null, "en")).toList();

        var played = company.in(() -> rehearsal.of(rehearsal.understood(questions), Overlay.NONE));

        assertThat(played)
                .extracting(it -> it.then().candidates())
                .isEqualTo(questions.stream().map(it -> ask(it).candidates()).toList());
        assertThat(played.getLast().then().decision()).isEqualTo(Decision.ANSWER);
    }

    @Test
    void aDraftIsPlayedAsItWillBeAndNeverAnswered() {
        desk.published(CANCEL);
        desk.published(REFUND);
        others();
        var set = lab.set(company, "Cards");
        var draft = desk.create("Do you ship abroad?");
        lab.expect(company, set, draft, "is shipping abroad possible?");

        var replay = lab.replay(company, new Change(draft, 1));

        assertThat(replay.tally()).isEqualTo(new Trial.Tally(1, 0, 0, 0, 0, 1, 0));
        var foretold = lab.results(company, replay).getFirst().after();
        var question = new Asked("is shipping abroad possible?", null, "en");
        assertThat(ask(question).decision()).isNotEqualTo(Decision.ANSWER);
        desk.bringOut(draft, 1);
        var after = ask(question);
        assertThat(foretold).isNotNull();
        assertThat(foretold.confidence()).isCloseTo(after.confidence(), within(1e-3));
    }

    /** So that one entry alone is not the nearest to everything. */
    private void others() {
        desk.published(CARDS);
        desk.published("Where is your shop?");
    }

    private BotAnswer ask(Asked question) {
        return company.in(() -> answers.ask(question));
    }
}
