package io.wenda.conversation.profile;

import static java.util.stream.Collectors.toMap;

import io.wenda.conversation.channel.Channels;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Audit;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The bot profiles of the current company's channels. */
@Component
public class BotProfiles {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Channels channels;
    private final Audit audit;

    BotProfiles(JdbcClient jdbc, JsonMapper json, Channels channels, Audit audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.channels = channels;
        this.audit = audit;
    }

    private record Kept(ChannelId channel, BotProfile profile) {}

    /** Puts this in the place of what the channel had. */
    @Transactional
    public void choose(Caller caller, ChannelId channel, BotProfile profile) {
        if (!channels.byIds(Set.of(channel)).containsKey(channel)) {
            throw new Refusal.NotFound("channel", "channelId");
        }
        jdbc.sql(
                        """
                        insert into bot_profile (tenant_id, channel_id, profile)
                        values (current_setting('wenda.tenant_id')::uuid, ?, ?::jsonb)
                        on conflict (tenant_id, channel_id) do update
                          set profile = excluded.profile
                        """)
                .param(channel.value())
                .param(json.writeValueAsString(ProfileRules.checked(profile)))
                .update();
        audit.record(caller, "bot-profile.choose", channel.value().toString(), Map.of());
    }

    /** Those of these channels that have one. */
    @Transactional(readOnly = true)
    public Map<ChannelId, BotProfile> byChannels(Collection<ChannelId> ids) {
        return jdbc
                .sql("select channel_id, profile::text from bot_profile where channel_id = any(?)")
                .param(ids.stream().map(ChannelId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        new Kept(
                                new ChannelId(row.getObject(1, UUID.class)),
                                json.readValue(row.getString(2), BotProfile.class)))
                .list()
                .stream()
                .collect(toMap(Kept::channel, Kept::profile));
    }

    /** When the channel's people come back, by their own clocks; empty where they are there. */
    @Transactional(readOnly = true)
    public Optional<ZonedDateTime> back(ChannelId channel, Instant now) {
        return byChannels(Set.of(channel)).values().stream()
                .findFirst()
                .flatMap(profile -> OpeningTimes.back(profile, now));
    }
}
