package io.wenda.conversation.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wenda.conversation.Channel;
import io.wenda.conversation.ChannelType;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Shop;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.SkillGroupMember;
import io.wenda.conversation.channel.Channels.ChannelChange;
import io.wenda.conversation.channel.Channels.NewChannel;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ConversationTests.class)
class ChannelsTest {
    private static final PageRequest ALL = new PageRequest(null, 50, true);

    @Autowired Shop.Opened shops;
    @Autowired Channels channels;

    @Test
    void aNewCompanyHasAWebChannelServedByItsOwner() {
        var shop = shops.open();

        var page = shop.in(() -> channels.page(ALL));

        assertThat(page.total()).isEqualTo(1);
        var first = page.items().getFirst();
        assertThat(first.type()).isEqualTo(ChannelType.WEB);
        assertThat(first.skillGroup()).isEqualTo(shop.general());
        assertThat(first.botEnabled()).isTrue();
        assertThat(first.allowedOrigins()).isEmpty();
        assertThat(
                        shop.in(() -> shop.with().groups().membersOf(List.of(shop.general()), ALL))
                                .get(shop.general()))
                .satisfies(it ->
                        assertThat(it.items())
                                .containsExactly(
                                        new SkillGroupMember(
                                                shop.general(), shop.owner().id(), 1, 5)));
    }

    @Test
    void aChannelIsFoundByItsPublicKeyAlone() {
        var shop = shops.open();
        var made = create(shop, web("Shop", List.of("https://shop.example")));

        var key = made.publicKey();

        assertThat(key).isNotNull();
        assertThat(channels.forPublicKey(key == null ? "" : key))
                .contains(new Channels.Found(shop.tenant(), made));
        assertThat(channels.forPublicKey("wk_nobody")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEB")
    void aKindThatNothingServesIsRefused(ChannelType type) {
        var shop = shops.open();

        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(
                        () -> create(shop, new NewChannel(type, "Mail", null, null, false, null)))
                .satisfies(it -> assertThat(it.field()).containsExactly("type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "http://localhost:3000",
                "https://xn--fiq228c.example",
                "http://127.0.0.1:9",
                "https://[::1]:8443"
            })
    void anExactOriginIsTaken(String origin) {
        assertThat(Origins.require(List.of(origin))).containsExactly(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "shop.example",
                "https://shop.example/",
                "https://shop.example/path",
                "https://shop.example?x",
                "https://*.shop.example",
                "https://Shop.example",
                "HTTPS://shop.example",
                "https://shop.example:443",
                "http://shop.example:80",
                "https://user@shop.example",
                "ftp://shop.example",
                "javascript:alert(1)",
                "https://shop.example https://evil.example"
            })
    void whatNoBrowserSendsIsRefused(String origin) {
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> Origins.require(List.of(origin)))
                .satisfies(it -> assertThat(it.field()).containsExactly("allowedOrigins"));
    }

    @Test
    void aChangeChangesWhatItNames() {
        var shop = shops.open();
        var made = create(shop, web("Shop", List.of("https://shop.example")));
        var group = shop.group();

        var greeted = update(shop, made.id(), change(group, "Hello"));
        var silent = update(shop, made.id(), change(null, " "));

        assertThat(greeted)
                .isEqualTo(
                        new Channel(
                                made.id(),
                                ChannelType.WEB,
                                "Shop",
                                true,
                                group,
                                made.publicKey(),
                                List.of("https://shop.example"),
                                true,
                                "Hello"));
        assertThat(silent.greeting()).isNull();
        assertThat(silent.skillGroup()).isEqualTo(group);
        assertThat(shop.in(() -> channels.byIds(List.of(made.id()))))
                .containsExactly(Map.entry(made.id(), silent));
    }

    @Test
    void anotherCompanysAreUnknown() {
        var shop = shops.open();
        var other = shops.open();
        var theirs = other.website();

        assertThat(shop.in(() -> channels.byIds(List.of(theirs)))).isEmpty();
        for (var id : List.of(theirs, new ChannelId(NewId.next()))) {
            assertThatExceptionOfType(Refusal.NotFound.class)
                    .isThrownBy(() -> update(shop, id, change(null, "Hacked")));
        }
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> update(shop, shop.website(), change(other.general(), null)));
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() ->
                        create(
                                shop,
                                new NewChannel(
                                        ChannelType.WEB, "x", other.general(), null, null, null)));
        assertThat(other.in(() -> channels.byIds(List.of(theirs))).get(theirs))
                .satisfies(it -> assertThat(it.greeting()).isNull());
    }

    private static NewChannel web(String name, List<String> origins) {
        return new NewChannel(ChannelType.WEB, name, null, origins, null, null);
    }

    private static ChannelChange change(@Nullable SkillGroupId group, @Nullable String greeting) {
        return new ChannelChange(null, null, group, null, null, greeting);
    }

    private Channel create(Shop shop, NewChannel input) {
        return shop.in(() -> channels.create(input));
    }

    private Channel update(Shop shop, ChannelId id, ChannelChange change) {
        return shop.in(() -> channels.update(id, change));
    }
}
