package io.wenda.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.RunningApplication;
import io.wenda.api.scalar.PublicIds;
import io.wenda.conversation.ConversationId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ids and cursors, as the world gets and returns them. */
class PublicNamesTest extends RunningApplication {
    private static final UUID NOBODYS = new UUID(-1, -1);

    private final PublicIds ids;
    private final Cursors cursors;

    PublicNamesTest(@Autowired PublicIds ids, @Autowired Cursors cursors) {
        this.ids = ids;
        this.cursors = cursors;
    }

    @Test
    void anIdComesBackAsItself() {
        for (var i = 0; i < 1000; i++) {
            var id = new ConversationId(UUID.randomUUID());
            var text = ids.of(id);

            assertThat(text).matches("cnv_[0-9a-hjkmnp-tv-z]{26}");
            assertThat(ids.as(ConversationId.class, text)).isEqualTo(id);
            assertThat(ids.any(text)).contains(id);
        }
    }

    @Test
    void idsThatWereMadeOneAfterAnotherLookUnlike() {
        var made =
                IntStream.range(0, 100)
                        .mapToObj(_ -> ids.of(new MemberId(NewId.next())).substring(0, 10))
                        .toList();

        assertThat(made).doesNotHaveDuplicates().isNotEqualTo(made.stream().sorted().toList());
    }

    @Test
    void whatIsNoIdOfTheTypeIsNobodys() {
        var text = ids.of(new ConversationId(UUID.randomUUID()));

        for (var wrong :
                List.of(
                        "",
                        "x",
                        "cnv_",
                        text.toUpperCase(Locale.ROOT),
                        text + "0",
                        text.substring(0, text.length() - 1),
                        text.replace("cnv_", "mem_"),
                        text.substring(0, 29) + "u",
                        "cnv_" + "z".repeat(26),
                        "cnv_" + "\u00e9".repeat(26))) {
            assertThat(ids.as(ConversationId.class, wrong).value()).as(wrong).isEqualTo(NOBODYS);
        }
        assertThat(ids.any("xyz_" + text.substring(4))).isEmpty();
    }

    @Test
    void aCursorIsOfOneCompanyAndOneField() {
        var tenant = new TenantId(UUID.randomUUID());
        var position = UUID.randomUUID();
        var cursor = cursors.of(tenant, "Query.channels", position);

        assertThat(cursors.read(tenant, "Query.channels", cursor, "after")).isEqualTo(position);
        assertThatThrownBy(() -> cursors.read(tenant, "Query.members", cursor, "after"))
                .isInstanceOf(Refusal.Invalid.class);
        var other = new TenantId(UUID.randomUUID());
        assertThatThrownBy(() -> cursors.read(other, "Query.channels", cursor, "after"))
                .isInstanceOf(Refusal.Invalid.class);
    }
}
