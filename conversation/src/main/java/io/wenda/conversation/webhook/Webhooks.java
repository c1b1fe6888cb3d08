package io.wenda.conversation.webhook;

import static java.util.stream.Collectors.toMap;

import io.wenda.conversation.channel.Channels;
import io.wenda.conversation.ledger.Columns;
import io.wenda.conversation.ledger.Times;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Audit;
import io.wenda.tenant.outbound.OutboundAddresses;
import java.net.URI;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The webhooks of the current company's channels, and their secrets. */
@Component
public class Webhooks {
    private static final int LONGEST_OVERLAP = 168;

    private final JdbcClient jdbc;
    private final Channels channels;
    private final Signatures signatures;
    private final OutboundAddresses addresses;
    private final Audit audit;
    private final Clock clock;

    Webhooks(
            JdbcClient jdbc,
            Channels channels,
            Signatures signatures,
            OutboundAddresses addresses,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.signatures = signatures;
        this.addresses = addresses;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A webhook as it is now.
     *
     * @param secret only where it was made just now
     */
    public record Chosen(BotWebhook webhook, @Nullable String secret) {}

    /**
     * What a call needs to know.
     *
     * @param secrets that sign it, the newest first
     */
    record Called(String url, boolean masked, List<UUID> secrets) {}

    private record Row(BotWebhook webhook, UUID secret, @Nullable UUID former) {}

    /** Lets a bot at that address answer the channel; the first time makes a secret. */
    @Transactional
    public Chosen choose(Caller caller, ChannelId channel, String url, boolean masked) {
        require(channel);
        var address = addresses.require(url, "url");
        var secret = NewId.next();
        var made =
                jdbc.sql(
                                """
                                insert into bot_webhook
                                  (tenant_id, channel_id, url, masked, secret_id, created_at)
                                values (current_setting('wenda.tenant_id')::uuid, :channel, :url,
                                  :masked, :secret, :now)
                                on conflict (tenant_id, channel_id) do update
                                  set url = excluded.url, masked = excluded.masked
                                returning secret_id
                                """)
                        .param("channel", channel.value())
                        .param("url", address)
                        .param("masked", masked)
                        .param("secret", secret)
                        .param("now", Times.parameter(clock.instant()))
                        .query(UUID.class)
                        .single()
                        .equals(secret);
        audit.record(
                caller,
                "bot-webhook.choose",
                channel.value().toString(),
                Map.of("host", URI.create(address).getHost(), "masked", masked));
        return new Chosen(of(channel).webhook(), made ? signatures.secret(secret) : null);
    }

    /** Makes a new secret; the one before it signs too for so many hours. */
    @Transactional
    public Chosen rotate(Caller caller, ChannelId channel, int overlapHours) {
        require(channel);
        if (overlapHours < 0 || overlapHours > LONGEST_OVERLAP) {
            throw new Refusal.Invalid(
                    "the former secret goes on signing for 0 to 168 hours", "overlapHours");
        }
        var secret = NewId.next();
        var found =
                jdbc.sql(
                                """
                                update bot_webhook set former_secret_id = secret_id,
                                  former_until = :until, secret_id = :secret
                                where channel_id = :channel
                                """)
                        .param("channel", channel.value())
                        .param("secret", secret)
                        .param(
                                "until",
                                Times.parameter(
                                        clock.instant().plus(Duration.ofHours(overlapHours))))
                        .update();
        if (found == 0) {
            throw none();
        }
        audit.record(
                caller,
                "bot-webhook.rotate",
                channel.value().toString(),
                Map.of("overlapHours", overlapHours));
        return new Chosen(of(channel).webhook(), signatures.secret(secret));
    }

    /** Only our own bot answers the channel from now on. */
    @Transactional
    public void remove(Caller caller, ChannelId channel) {
        require(channel);
        if (jdbc.sql("delete from bot_webhook where channel_id = ?").param(channel.value()).update()
                == 0) {
            throw none();
        }
        audit.record(caller, "bot-webhook.remove", channel.value().toString(), Map.of());
    }

    /** Those of these channels that have one. */
    @Transactional(readOnly = true)
    public Map<ChannelId, BotWebhook> byChannels(Collection<ChannelId> ids) {
        return rows(ids).stream().map(Row::webhook).collect(toMap(BotWebhook::channel, it -> it));
    }

    /** How the channel's webhook is called at this moment. */
    @Transactional(readOnly = true)
    Optional<Called> called(ChannelId channel) {
        return rows(Set.of(channel)).stream().findFirst().map(this::called);
    }

    private Called called(Row row) {
        var webhook = row.webhook();
        var until = webhook.formerSecretUntil();
        var secrets =
                until != null && clock.instant().isBefore(until)
                        ? Stream.of(row.secret(), row.former())
                        : Stream.of(row.secret());
        return new Called(webhook.url(), webhook.masked(), secrets.toList());
    }

    private Row of(ChannelId channel) {
        return rows(Set.of(channel)).stream().findFirst().orElseThrow(Webhooks::none);
    }

    private List<Row> rows(Collection<ChannelId> ids) {
        return jdbc.sql(
                        """
                        select channel_id, url, masked, secret_id, former_secret_id, former_until
                        from bot_webhook where channel_id = any(?)
                        """)
                .param(ids.stream().map(ChannelId::value).toArray(UUID[]::new))
                .query((result, _) -> row(result))
                .list();
    }

    private Row row(ResultSet result) {
        var row = new Columns(result);
        Instant until = row.maybeTime("former_until");
        return new Row(
                new BotWebhook(
                        new ChannelId(row.uuid("channel_id")),
                        row.text("url"),
                        row.flag("masked"),
                        until != null && clock.instant().isBefore(until) ? until : null),
                row.uuid("secret_id"),
                row.maybe("former_secret_id", UUID.class).orElse(null));
    }

    private void require(ChannelId channel) {
        if (!channels.byIds(Set.of(channel)).containsKey(channel)) {
            throw new Refusal.NotFound("channel", "channelId");
        }
    }

    private static Refusal none() {
        return Refusal.Conflict.notAllowedNow(
                "the channel has no webhook: choose one first", "channelId");
    }
}
