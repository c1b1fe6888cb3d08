package io.wenda.conversation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = ConversationTests.class)
class InboxTest {
    @Autowired Shop.Opened shops;
    @Autowired Dialogue dialogue;
    @Autowired Inbox inbox;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @Test
    void ofALongQueueTheLongestWaitingAreInIt() {
        var shop = shops.open();
        var group = shop.group();
        var agent = shop.agent(group, 1);
        var last = dialogue.waiting(shop, shop.channel(group, false));
        assertThat(shop.in(() -> inbox.of(agent.id()))).hasSize(1);
        queueBefore(shop, 200);

        var items = shop.in(() -> inbox.of(agent.id()));

        assertThat(items).hasSize(200).extracting(Inbox.Item::conversation).doesNotContain(last);
        assertThat(shop.in(() -> inbox.of(shop.agent(shop.group(), 1).id()))).isEmpty();
    }

    /** So many others, with contacts of their own, who came earlier. */
    private void queueBefore(Shop shop, int many) {
        shop.run(() ->
                transactions.executeWithoutResult(_ -> {
                    copies("contact", "", many);
                    copies(
                            "conversation",
                            ", 'contact_id', md5('contact' || n || c.tenant_id)::uuid,"
                                    + " 'state_since', c.state_since - n * interval '1 minute'",
                            many);
                }));
    }

    private void copies(String table, String changes, int many) {
        jdbc.sql(
                        """
                        insert into %1$s
                        select (jsonb_populate_record(null::%1$s, to_jsonb(c) || jsonb_build_object(
                          'id', md5('%1$s' || n || c.tenant_id)::uuid%2$s))).*
                        from %1$s c cross join generate_series(1, ?) n
                        """
                                .formatted(table, changes))
                .param(many)
                .update();
    }
}
