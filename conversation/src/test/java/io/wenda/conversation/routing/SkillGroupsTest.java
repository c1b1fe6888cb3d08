package io.wenda.conversation.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wenda.conversation.Availability;
import io.wenda.conversation.AvailabilityStatus;
import io.wenda.conversation.ConversationTests;
import io.wenda.conversation.Facts;
import io.wenda.conversation.Shop;
import io.wenda.conversation.SkillGroup;
import io.wenda.conversation.SkillGroupMember;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ConversationTests.class)
class SkillGroupsTest {
    private static final PageRequest ALL = new PageRequest(null, 50, true);

    @Autowired Shop.Opened shops;
    @Autowired SkillGroups groups;
    @Autowired Availabilities availabilities;
    @Autowired Facts facts;
    @Autowired Clock clock;

    @Test
    void namesAreUniqueInACompany() {
        var shop = shops.open();
        var orders = shop.in(() -> groups.create(" Orders "));

        assertThat(orders.name()).isEqualTo("Orders");
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> shop.in(() -> groups.create("Orders")));
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> shop.in(() -> groups.create(" ")));
        var other = shops.open();
        assertThat(other.in(() -> groups.create("Orders")).id()).isNotEqualTo(orders.id());
        assertThat(other.in(() -> groups.byIds(List.of(orders.id())))).isEmpty();
        var page = shop.in(() -> groups.page(ALL));
        assertThat(page.items()).containsExactly(new SkillGroup(shop.general(), "General"), orders);
        assertThat(page.total()).isEqualTo(2);
    }

    @Test
    void aMemberIsPutIntoAGroupOnceAndChanged() {
        var shop = shops.open();
        var group = shop.group();
        var agent = shop.member(Role.AGENT).id();
        var empty = shop.group();

        shop.run(() -> groups.addMember(group, agent, 1, 5));
        shop.run(() -> groups.addMember(group, agent, 3, 2));

        var pages = shop.in(() -> groups.membersOf(List.of(group, empty), ALL));
        assertThat(pages.get(group))
                .satisfies(it -> {
                    assertThat(it.items())
                            .containsExactly(new SkillGroupMember(group, agent, 3, 2));
                    assertThat(it.total()).isEqualTo(1);
                });
        assertThat(pages.get(empty))
                .satisfies(it -> {
                    assertThat(it.items()).isEmpty();
                    assertThat(it.total()).isEqualTo(0);
                });
    }

    @Test
    void membersArePagedInEachGroup() {
        var shop = shops.open();
        var group = shop.group();
        var agents =
                List.of(
                        shop.agent(group, 1).id(),
                        shop.agent(group, 1).id(),
                        shop.agent(group, 1).id());

        var first =
                shop.in(() -> groups.membersOf(List.of(group), new PageRequest(null, 2, true)))
                        .get(group);
        var rest =
                shop.in(() ->
                                groups.membersOf(
                                        List.of(group),
                                        new PageRequest(agents.get(1).value(), 2, true)))
                        .get(group);

        assertThat(first)
                .satisfies(it -> {
                    assertThat(it.items())
                            .extracting(SkillGroupMember::member)
                            .containsExactly(agents.get(0), agents.get(1));
                    assertThat(it.more()).isTrue();
                });
        assertThat(rest)
                .satisfies(it -> {
                    assertThat(it.items())
                            .extracting(SkillGroupMember::member)
                            .containsExactly(agents.get(2));
                    assertThat(it.total()).isEqualTo(3);
                });
    }

    @Test
    void whoOrWhatIsUnknownIsNotFound() {
        var shop = shops.open();
        var other = shops.open();

        for (var member : List.of(new MemberId(NewId.next()), other.owner().id())) {
            assertThatExceptionOfType(Refusal.NotFound.class)
                    .isThrownBy(
                            () -> shop.in(() -> groups.addMember(shop.general(), member, 1, 1)));
        }
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() ->
                        shop.in(() -> groups.addMember(other.general(), shop.owner().id(), 1, 1)));
        for (var wrong : List.of(List.of(0, 1), List.of(11, 1), List.of(1, -1), List.of(1, 101))) {
            assertThatExceptionOfType(Refusal.Invalid.class)
                    .isThrownBy(() ->
                            shop.in(() ->
                                    groups.addMember(
                                            shop.general(),
                                            shop.owner().id(),
                                            wrong.get(0),
                                            wrong.get(1))));
        }
    }

    @Test
    void whoNeverSaidAnythingIsOfflineSinceSheJoined() {
        var shop = shops.open();
        var member = new MemberId(NewId.next());

        var availability = shop.in(() -> availabilities.of(List.of(member))).get(member);

        assertThat(availability)
                .satisfies(it -> {
                    assertThat(it.status()).isEqualTo(AvailabilityStatus.OFFLINE);
                    assertThat(it.since())
                            .isBetween(
                                    clock.instant().minusSeconds(60),
                                    clock.instant().plusSeconds(1));
                });
    }

    @Test
    void availabilityIsAFactOnceForEachChange() {
        var shop = shops.open();
        var member = shop.owner().id();

        var away = set(shop, member, AvailabilityStatus.AWAY, "lunch");
        var again = set(shop, member, AvailabilityStatus.AWAY, "lunch");

        assertThat(again).isEqualTo(away);
        assertThat(shop.in(() -> availabilities.of(List.of(member))))
                .containsExactly(Map.entry(member, away));
        assertThat(facts.of(shop.tenant(), "agent.availability")).hasSize(1);
        assertThat(shops.open().in(() -> availabilities.of(List.of(member))).get(member))
                .satisfies(it -> assertThat(it.status()).isEqualTo(AvailabilityStatus.OFFLINE));
    }

    private Availability set(Shop shop, MemberId member, AvailabilityStatus status, String reason) {
        return shop.in(() -> availabilities.set(member, status, reason));
    }
}
