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
    private final SocketPlaces places =
            new SocketPlaces(new SocketSettings(2, 3, 1, 1, Duration.ZERO));

    @Test
    void aCallerHasSoManyAndACompanySoMany() {
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
