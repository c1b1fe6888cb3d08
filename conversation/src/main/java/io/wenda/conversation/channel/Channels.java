package io.wenda.conversation.channel;

import static io.wenda.tenant.Text.LONGEST_NAME;
import static java.util.stream.Collectors.toMap;

import io.wenda.conversation.Channel;
import io.wenda.conversation.ChannelType;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.ledger.Times;
import io.wenda.conversation.routing.SkillGroups;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Text;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.Directory;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The ways in that a company has configured. */
@Component
public class Channels {
    private static final int LONGEST_GREETING = 2000;

    /** A channel to be; what is absent takes its default: General, no origins, with the bot. */
    public record NewChannel(
            ChannelType type,
            String name,
            @Nullable SkillGroupId skillGroup,
            @Nullable List<String> allowedOrigins,
            @Nullable Boolean botEnabled,
            @Nullable String greeting) {}

    /** Changes of a channel; what is absent stays. A blank greeting takes it away. */
    public record ChannelChange(
            @Nullable String name,
            @Nullable Boolean enabled,
            @Nullable SkillGroupId skillGroup,
            @Nullable List<String> allowedOrigins,
            @Nullable Boolean botEnabled,
            @Nullable String greeting) {}

    /** A channel found by its public key, before any company was known. */
    public record Found(TenantId tenant, Channel channel) {}

    private final StatelessSession session;
    private final SkillGroups groups;
    private final Directory directory;
    private final OpenChannels open;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Channels(
            StatelessSession session,
            SkillGroups groups,
            Directory directory,
            OpenChannels open,
            TransactionTemplate transactions,
            Clock clock) {
        this.session = session;
        this.groups = groups;
        this.directory = directory;
        this.open = open;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes a WEB channel, enabled and with a public key: nothing serves another kind yet. */
    @Transactional
    public Channel create(NewChannel input) {
        var row = new ChannelRow();
        row.id = NewId.next();
        row.type = input.type();
        row.name = Text.line(input.name(), LONGEST_NAME, "name");
        row.enabled = true;
        row.groupId = group(input.skillGroup()).value();
        row.allowedOrigins =
                Origins.require(Objects.requireNonNullElse(input.allowedOrigins(), List.of()));
        row.botEnabled = !Boolean.FALSE.equals(input.botEnabled());
        row.greeting = greeting(Objects.requireNonNullElse(input.greeting(), ""));
        row.createdAt = Times.now(clock);
        if (row.type != ChannelType.WEB) {
            throw new Refusal.Invalid(
                    "only WEB channels can be made so far: nothing would carry the messages of "
                            + row.type,
                    "type");
        }
        row.publicKey = PublicKeys.next();
        directory.put(Directory.Kind.CHANNEL, row.publicKey, row.id);
        session.insert(row);
        return row.channel();
    }

    /** Changes a channel. */
    @Transactional
    public Channel update(ChannelId id, ChannelChange change) {
        var row = locked(id).orElseThrow(() -> new Refusal.NotFound("channel", "channelId"));
        if (change.name() != null) {
            row.name = Text.line(change.name(), LONGEST_NAME, "name");
        }
        if (change.skillGroup() != null) {
            row.groupId = group(change.skillGroup()).value();
        }
        if (change.allowedOrigins() != null) {
            row.allowedOrigins = Origins.require(change.allowedOrigins());
        }
        if (change.greeting() != null) {
            row.greeting = greeting(change.greeting());
        }
        if (change.enabled() != null && change.enabled() != row.enabled) {
            row.enabled = change.enabled();
            open.switched(id, row.enabled);
        }
        row.botEnabled = Objects.requireNonNullElse(change.botEnabled(), row.botEnabled);
        session.update(row);
        return row.channel();
    }

    private Optional<ChannelRow> locked(ChannelId id) {
        return session.createSelectionQuery("from ChannelRow where id = :id", ChannelRow.class)
                .setParameter("id", id.value())
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    private SkillGroupId group(@Nullable SkillGroupId wanted) {
        if (wanted == null) {
            return groups.general().id();
        }
        if (!groups.byIds(Set.of(wanted)).containsKey(wanted)) {
            throw new Refusal.NotFound("skill group", "skillGroupId");
        }
        return wanted;
    }

    private static @Nullable String greeting(String greeting) {
        return greeting.isBlank() ? null : Text.text(greeting, LONGEST_GREETING, "greeting");
    }

    /** The known ones of these. */
    @Transactional(readOnly = true)
    public Map<ChannelId, Channel> byIds(Collection<ChannelId> ids) {
        return session
                .createSelectionQuery("from ChannelRow where id in :ids", ChannelRow.class)
                .setParameterList("ids", ids.stream().map(ChannelId::value).toList())
                .getResultList()
                .stream()
                .map(ChannelRow::channel)
                .collect(toMap(Channel::id, it -> it));
    }

    /** In order of creation. */
    @Transactional(readOnly = true)
    public Page<Channel> page(PageRequest request) {
        var rows =
                session.createSelectionQuery(
                                "from ChannelRow where id > :after order by id", ChannelRow.class)
                        .setParameter(
                                "after",
                                Objects.requireNonNullElse(request.after(), new UUID(0, 0)))
                        .setMaxResults(request.limit() + 1)
                        .getResultList();
        return Page.of(rows, request.limit(), request.counted() ? count() : null)
                .map(ChannelRow::channel);
    }

    private long count() {
        return session.createSelectionQuery("select count(*) from ChannelRow", Long.class)
                .getSingleResult();
    }

    /** The channel that a page names; needs no bound company, and must not run in a transaction. */
    public Optional<Found> forPublicKey(String publicKey) {
        return directory.find(Directory.Kind.CHANNEL, publicKey).stream()
                .findFirst()
                .flatMap(this::at);
    }

    private Optional<Found> at(Directory.Place place) {
        var id = new ChannelId(place.target());
        var channel =
                CurrentTenant.call(
                        place.tenant(), () -> transactions.execute(_ -> byIds(Set.of(id)).get(id)));
        return Optional.ofNullable(channel).map(it -> new Found(place.tenant(), it));
    }
}
