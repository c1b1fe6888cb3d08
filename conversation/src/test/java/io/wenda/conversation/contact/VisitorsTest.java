package io.wenda.conversation.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wenda.conversation.Contact;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Shop;
import io.wenda.conversation.contact.Visitors.Identity;
import io.wenda.conversation.contact.Visitors.Started;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = ConversationTests.class)
class VisitorsTest {
    @Autowired Shop.Opened shops;
    @Autowired Visitors visitors;
    @Autowired Contacts contacts;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @Test
    void aTokenBringsTheSameVisitorBack() {
        var shop = shops.open();
        var channel = shop.website();

        var started = shop.in(() -> visitors.startAnonymous(channel, "zh-CN"));

        assertThat(started.visitor().verified()).isFalse();
        assertThat(started.visitor().locale()).isEqualTo("zh-CN");
        assertThat(shop.in(() -> visitors.resume(channel, started.visitorToken())))
                .contains(started.visitor());
        assertThat(shop.in(() -> visitors.byIds(List.of(started.visitor().id()))))
                .containsExactly(Map.entry(started.visitor().id(), started.visitor()));
    }

    @Test
    void aTokenIsOfOneChannelAndOneCompany() {
        var shop = shops.open();
        var other = shops.open();
        var channel = shop.website();
        var token = shop.in(() -> visitors.startAnonymous(channel, null)).visitorToken();
        var second = shop.channel(shop.general(), false);

        assertThat(shop.in(() -> visitors.resume(second, token))).isEmpty();
        assertThat(other.in(() -> visitors.resume(other.website(), token))).isEmpty();
        assertThat(other.in(() -> visitors.resume(channel, token))).isEmpty();
        assertThat(shop.in(() -> visitors.resume(channel, "nothing"))).isEmpty();
    }

    @Test
    void aSubjectIsOneContactWithATokenForEachBrowser() {
        var shop = shops.open();

        var phone = identified(shop, new Identity("u-1", "Mei", "mei@example.com", null));
        var laptop = identified(shop, new Identity("u-1", null, null, "+86 1"));

        assertThat(laptop.visitor().contact()).isEqualTo(phone.visitor().contact());
        assertThat(laptop.visitor().id()).isNotEqualTo(phone.visitor().id());
        assertThat(laptop.visitorToken()).isNotEqualTo(phone.visitorToken());
        assertThat(laptop.visitor().verified()).isTrue();
        assertThat(contact(shop, laptop))
                .satisfies(it -> {
                    assertThat(it.name()).isEqualTo("Mei");
                    assertThat(it.email()).isEqualTo("mei@example.com");
                    assertThat(it.phone()).isEqualTo("+86 1");
                    assertThat(it.attributes()).isEmpty();
                });
    }

    @Test
    void theSameSubjectOfAnotherCompanyIsSomebodyElse() {
        var one = shops.open();
        var other = shops.open();
        var identity = new Identity("u-1", "Mei", null, null);

        var here = identified(one, identity);
        var there = identified(other, identity);

        assertThat(there.visitor().contact()).isNotEqualTo(here.visitor().contact());
        assertThat(other.in(() -> contacts.byIds(List.of(here.visitor().contact())))).isEmpty();
        assertThat(other.in(() -> visitors.byIds(List.of(here.visitor().id())))).isEmpty();
    }

    @Test
    void aForeignChannelIsUnknown() {
        var one = shops.open();
        var other = shops.open().website();

        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> one.in(() -> visitors.startAnonymous(other, null)));
    }

    @Test
    void theWarehouseKnowsHerByARandomKey() {
        var shop = shops.open();
        var started = shop.in(() -> visitors.startAnonymous(shop.website(), null));

        var key =
                shop.in(() ->
                        transactions.execute(_ ->
                                jdbc.sql("select contact_key::text from contact where id = ?")
                                        .param(started.visitor().contact().value())
                                        .query((row, _) -> row.getString(1))
                                        .single()));

        assertThat(key).isNotEqualTo(started.visitor().contact().value().toString());
    }

    private Started identified(Shop shop, Identity identity) {
        return shop.in(() -> visitors.startIdentified(shop.website(), identity, null));
    }

    private Contact contact(Shop shop, Started started) {
        var id = started.visitor().contact();
        return shop.in(() -> contacts.byIds(List.of(id))).values().iterator().next();
    }
}
