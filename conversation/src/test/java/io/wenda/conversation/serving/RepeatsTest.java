package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Shop;
import io.wenda.conversation.serving.Conversations.Incoming;
import io.wenda.tenant.Caller;
import io.wenda.tenant.NewId;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;

@SpringBootTest(classes = ConversationTests.class)
class RepeatsTest {
    /** So many that the index of the senders is higher than the others, and looks dearer. */
    private static final int MANY = 8_000;

    @Autowired Shop.Opened shops;
    @Autowired Dialogue dialogue;
    @Autowired Repeats repeats;
    @Autowired Environment environment;

    private record Talk(Shop shop, Caller.Visitor visitor, ConversationId id) {}

    /** A company with many messages. */
    private Talk talk() {
        var shop = shops.open();
        var visitor = shop.visitor(shop.channel(shop.general(), false));
        var id = dialogue.served(shop, visitor);
        var insert =
                """
                insert into message (tenant_id, conversation_id, seq, id, sender, sender_key,
                  client_message_id, text, internal, sent_at)
                select current_setting('wenda.tenant_id')::uuid, :conversation, 1000 + n,
                  gen_random_uuid(), 'CONTACT', :sender, lpad(n::text, 36, '0'), 'Hello', false, now()
                from generate_series(1, :many) n
                """;
        shop.run(() ->
                shops.transactions()
                        .executeWithoutResult(_ ->
                                shops.jdbc()
                                        .sql(insert)
                                        .param("conversation", id.value())
                                        .param("sender", visitor.key())
                                        .param("many", MANY)
                                        .update()));
        return new Talk(shop, visitor, id);
    }

    private void analyze() throws SQLException {
        var url = environment.getProperty("wenda.postgres.url");
        var password = environment.getProperty("wenda.postgres.owner-password");
        try (var owner =
                        DriverManager.getConnection(
                                Objects.requireNonNull(url), "wenda_owner", password);
                var statement = owner.createStatement()) {
            statement.execute("analyze message");
        }
    }

    /** What the look-up found, and how many rows of the table were fetched for it. */
    private record Found(int known, long fetched) {}

    private Found lookUp(Talk talk, String clientMessageId) {
        var sent =
                new Sent(talk.visitor(), new Incoming(talk.id(), clientMessageId, "Hello", false));
        return talk.shop()
                .in(() ->
                        Objects.requireNonNull(
                                shops.transactions()
                                        .execute(_ -> {
                                            var before = fetched();
                                            var known = repeats.known(List.of(sent)).size();
                                            return new Found(known, fetched() - before);
                                        })));
    }

    /** By this connection, since it last told the server's statistics. */
    private long fetched() {
        return shops.jdbc()
                .sql(
                        """
                        select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables
                        where relname = 'message'
                        """)
                .query(Long.class)
                .single();
    }

    @Test
    void aLookUpFetchesOnlyWhatItFindsHoweverYoungTheCompany() throws SQLException {
        talk();
        analyze();
        var young = talk();

        var there = lookUp(young, "%036d".formatted(7_000));
        assertThat(there.known()).isOne();
        assertThat(there.fetched()).as("none, where the index alone tells").isLessThan(2);
        assertThat(lookUp(young, NewId.next().toString())).isEqualTo(new Found(0, 0));
    }
}
