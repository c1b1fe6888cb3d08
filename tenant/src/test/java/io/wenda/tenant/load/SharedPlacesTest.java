package io.wenda.tenant.load;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Unavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Three places, two of them for a company at most. */
class SharedPlacesTest {
    private final SharedPlaces places = new SharedPlaces("works", 3, 2, 4, Duration.ofMillis(20));
    private final TenantId one = new TenantId(NewId.next());
    private final TenantId other = new TenantId(NewId.next());

    @Test
    void aCompanyHasSomeOfThem() {
        places.enter(one);
        places.enter(one);

        assertThatThrownBy(() -> places.enter(one))
                .isInstanceOf(Refusal.LimitReached.class)
                .hasMessageContaining("too many works of this company");
        assertThatNoException().isThrownBy(() -> places.enter(other));
    }

    @Test
    void allCompaniesTogetherHaveNoMore() {
        places.enter(one);
        places.enter(one);
        places.enter(other);

        assertThatThrownBy(() -> places.enter(other))
                .isInstanceOf(Unavailable.class)
                .hasMessage("too many works at once");
        places.leave(one);

        assertThatNoException().isThrownBy(() -> places.enter(other));
    }

    @Test
    void whoIsRefusedKeepsNoPlaceOfHerCompany() {
        places.enter(one);
        places.enter(one);
        places.enter(new TenantId(NewId.next()));
        for (var i = 0; i < 3; i++) {
            assertThatThrownBy(() -> places.enter(other)).isInstanceOf(Unavailable.class);
        }
        places.leave(one);
        places.leave(one);

        places.enter(other);
        assertThatNoException().isThrownBy(() -> places.enter(other));
    }
}
