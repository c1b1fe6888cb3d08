package io.wenda.api.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Assignments;
import io.wenda.Company;
import io.wenda.Outside;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** What must be true of a company after any trouble, once it is over and the books are settled. */
final class Proof {
    private Proof() {}

    /** Every message once, every event once, one owner each, and reports that agree. */
    static void holds(Traffic traffic, Company company, Books books) {
        everyMessageOnce(traffic, company, books);
        everyEventOnce(books);
        reportsAgree(company, books);
        assertThat(traffic.wire().surprises()).isEmpty();
    }

    /** Whoever watched through all of it, and came back each time, was told everything once. */
    static void watchersSeeWhatIsStored(Traffic traffic) {
        for (var follower : traffic.followers()) {
            var stored = follower.stored();
            // none is lost in one process: the regular look, in five minutes, would be too late
            await().atMost(Duration.ofSeconds(70))
                    .untilAsserted(() ->
                            assertThat(follower.messages())
                                    .as(follower.conversation())
                                    .isEqualTo(stored));
        }
    }

    /** The index holds every version that the database has, of its revision, and owes none. */
    static void indexHolds(Books books, DataFolder index, Outside outside) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        books.count("select count(*) from knowledge_indexing where made < wanted")
                                        + books.count(
                                                "select count(*) from knowledge_reindex where ended_at is null")
                                == 0);
        assertThat(books.count("select count(*) from knowledge_reindex where state = 'DONE'"))
                .isPositive();
        var found =
                JsonMapper.shared()
                        .readTree(
                                index.index(
                                        outside,
                                        "/kb/_search?size=10000&_source=false&version=true"))
                        .at("/hits/hits");
        assertThat(
                        found.valueStream()
                                .map(hit ->
                                        hit.path("_id").asString()
                                                + " "
                                                + hit.path("_version").asLong()))
                .containsExactlyInAnyOrderElementsOf(books.versions());
    }

    private static void everyMessageOnce(Traffic traffic, Company company, Books books) {
        var stored = new Stored(company);
        var conversations = stored.conversations();
        var said = new ArrayList<Stored.Message>();
        for (var conversation : conversations) {
            assertThat(conversation.hasOneOwner()).as(conversation.toString()).isTrue();
            var messages = stored.messages(conversation);
            assertThat(messages)
                    .extracting(Stored.Message::seq)
                    .as(conversation.toString())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, messages.size()).boxed().toList());
            said.addAll(messages);
        }
        assertThat(said).hasSize((int) books.count("select count(*) from message"));
        assertThat(said.stream().filter(message -> isPerson(message.sender())))
                .extracting(Proof::receipt)
                .containsExactlyInAnyOrderElementsOf(traffic.acknowledged().byMessage().values());
        assertThat(conversations)
                .extracting(Stored.Conversation::id)
                .doesNotHaveDuplicates()
                .hasSize((int) books.count("select count(*) from conversation"));
        assertThat(books.misloaded()).isEmpty();
        assertThat(books.count(Assignments.DOUBLED)).isZero();
    }

    private static boolean isPerson(String sender) {
        return List.of("CONTACT", "AGENT").contains(sender);
    }

    private static Acknowledged.Receipt receipt(Stored.Message message) {
        return new Acknowledged.Receipt(
                message.id(), message.conversation(), message.seq(), message.text());
    }

    private static void everyEventOnce(Books books) {
        assertThat(books.counted()).containsExactlyInAnyOrderElementsOf(books.told());
        assertThat(books.misnumbered()).isEmpty();
        assertThat(books.facts()).containsExactlyInAnyOrderElementsOf(books.conversations());
        assertThat(books.differences()).isEmpty();
    }

    private static void reportsAgree(Company company, Books books) {
        var stored = new Stored(company);
        var now = Clock.systemUTC().instant();
        var from = now.minus(Duration.ofDays(1)).toString();
        var to = now.plus(Duration.ofDays(1)).toString();
        assertThat(stored.reported("CONVERSATIONS", from, to))
                .isEqualTo(books.count("select count(*) from conversation"));
        assertThat(stored.reported("MESSAGES", from, to))
                .isEqualTo(
                        books.count(
                                "select count(*) from message where not internal and sender <> 'SYSTEM'"));
    }
}
