package io.wenda.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.VisitorId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SocketPlacesTest {
    private static SocketPlaces places(int ofVisitor, int ofCompany, Integer ofNode) {
        return new SocketPlaces(
                new SocketSettings(
                        ofVisitor,
                        1,
                        1,
                        ofCompany,
                        ofNode,
                        1,
                        1,
                        Duration.ZERO,
                        Duration.ofSeconds(30)));
    }

    private static int entered(SocketPlaces places, Bearer bearer) {
        var entered = 0;
        while (places.enter(bearer)) {
            entered++;
        }
        return entered;
    }

    @Test
    void aNodeHasAsManyAsItsHeapKeeps() {
        var most = places(Integer.MAX_VALUE, Integer.MAX_VALUE, null);
        var bytes = Runtime.getRuntime().maxMemory();

        var entered = entered(most, visitor(new TenantId(NewId.next())));

        assertThat(entered * 100L * 1024).isBetween(bytes / 2, bytes * 7 / 10);
    }

    @Test
    void theMoreCompaniesTakeManyTheLessEachMayAndOneMoreStillComesIn() {
        var places = places(100, 100, 100);
        var greedy = visitor(new TenantId(NewId.next()));
        var another = visitor(new TenantId(NewId.next()));

        assertThat(entered(places, greedy)).isEqualTo(95);
        assertThat(entered(places, another)).isEqualTo(5);
        for (var i = 0; i < 50; i++) {
            places.leave(greedy);
        }
        assertThat(entered(places, another)).isEqualTo(47);
        assertThat(entered(places, greedy)).isEqualTo(1);
        assertThat(places.enter(visitor(new TenantId(NewId.next())))).isTrue();
    }

    @Test
    void aCallerHasSoManyAndACompanySoMany() {
        var places = places(2, 3, 100);
        var company = new TenantId(NewId.next());
        var one = visitor(company);
        var another = visitor(company);

        assertThat(places.enter(one)).isTrue();
        assertThat(places.enter(one)).isTrue();
        assertThat(places.enter(one)).isFalse();
        assertThat(places.enter(another)).isTrue();
        assertThat(places.enter(another)).isFalse();
        assertThat(places.enter(visitor(new TenantId(NewId.next())))).isTrue();

        places.leave(one);
        assertThat(places.enter(another)).isTrue();
        assertThat(places.enter(one)).isFalse();
    }

    private static Bearer visitor(TenantId company) {
        return new Bearer.OfVisitor(
                new Caller.Visitor(
                        company,
                        new VisitorId(NewId.next()),
                        new ChannelId(NewId.next()),
                        new ContactId(NewId.next()),
                        false),
                "https://shop.example",
                Instant.MAX);
    }
}
