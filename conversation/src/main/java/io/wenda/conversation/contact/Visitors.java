package io.wenda.conversation.contact;

import static java.util.stream.Collectors.toMap;

import io.wenda.conversation.Visitor;
import io.wenda.conversation.ledger.Columns;
import io.wenda.conversation.ledger.Times;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import io.wenda.tenant.VisitorId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.Directory;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Browsers and devices that speak for a contact on one channel. */
@Component
public class Visitors {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_FIELD = 200;
    private static final int LONGEST_LOCALE = 35;
    private static final String DEFAULT_LOCALE = "en";

    private static final String IDENTIFY =
            """
            insert into contact as k
              (tenant_id, id, contact_key, subject, name, email, phone, created_at)
            values (current_setting('wenda.tenant_id')::uuid, :id, gen_random_uuid(), :subject,
              :name, :email, :phone, :at)
            on conflict (tenant_id, subject) do update
              set name = coalesce(excluded.name, k.name),
                email = coalesce(excluded.email, k.email),
                phone = coalesce(excluded.phone, k.phone)
            returning id
            """;

    /**
     * Who the company says that she is.
     *
     * @param subject the company's own stable name of her
     */
    public record Identity(
            String subject,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    /**
     * A visitor and the secret with which her browser comes back as the same one; only its keyed
     * hash is stored.
     */
    public record Started(Visitor visitor, String visitorToken) {}

    private final JdbcClient jdbc;
    private final Directory directory;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Visitors(JdbcClient jdbc, Directory directory, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A new nobody: a new contact, known by nothing. */
    @Transactional
    public Started startAnonymous(ChannelId channel, @Nullable String locale) {
        return start(channel, insertContact(null), false, locale);
    }

    /**
     * A verified visitor of the contact with that subject, made or brought up to date; always with
     * a token of its own, so that a planted anonymous token never becomes a verified one.
     */
    @Transactional
    public Started startIdentified(ChannelId channel, Identity identity, @Nullable String locale) {
        return start(channel, insertContact(identity), true, locale);
    }

    private ContactId insertContact(@Nullable Identity identity) {
        var known = identity == null ? new Identity("", null, null, null) : identity;
        var subject = identity == null ? null : Text.line(known.subject(), LONGEST_SUBJECT, "sub");
        return jdbc.sql(IDENTIFY)
                .param("id", NewId.next())
                .param("subject", subject)
                .param("name", field(known.name(), "name"))
                .param("email", field(known.email(), "email"))
                .param("phone", field(known.phone(), "phone"))
                .param("at", Times.parameter(Times.now(clock)))
                .query((row, _) -> new ContactId(row.getObject(1, UUID.class)))
                .single();
    }

    private static @Nullable String field(@Nullable String value, String name) {
        return value == null || value.isBlank() ? null : Text.line(value, LONGEST_FIELD, name);
    }

    private Started start(
            ChannelId channel, ContactId contact, boolean verified, @Nullable String locale) {
        var visitor =
                new Visitor(
                        new VisitorId(NewId.next()),
                        channel,
                        contact,
                        verified,
                        Text.line(
                                Objects.requireNonNullElse(locale, DEFAULT_LOCALE),
                                LONGEST_LOCALE,
                                "locale"));
        var made =
                jdbc.sql(
                                """
                                insert into visitor
                                  (tenant_id, id, channel_id, contact_id, verified, locale, created_at)
                                select h.tenant_id, :id, h.id, :contact, :verified, :locale, :at
                                from channel h where h.id = :channel
                                """)
                        .param("id", visitor.id().value())
                        .param("channel", channel.value())
                        .param("contact", contact.value())
                        .param("verified", verified)
                        .param("locale", visitor.locale())
                        .param("at", Times.parameter(Times.now(clock)))
                        .update();
        if (made == 0) {
            throw new Refusal.NotFound("channel", "channelKey");
        }
        var token = newToken();
        directory.put(Directory.Kind.VISITOR, token, visitor.id().value());
        return new Started(visitor, token);
    }

    private static String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The visitor of this company and channel that the token was given to. Call it outside of a
     * transaction.
     */
    public Optional<Visitor> resume(ChannelId channel, String visitorToken) {
        return directory.find(Directory.Kind.VISITOR, visitorToken).stream()
                .filter(place -> place.tenant().equals(CurrentTenant.get()))
                .findFirst()
                .flatMap(place -> find(new VisitorId(place.target())))
                .filter(visitor -> visitor.channel().equals(channel));
    }

    private Optional<Visitor> find(VisitorId id) {
        return Optional.ofNullable(transactions.execute(_ -> byIds(Set.of(id))).get(id));
    }

    /** The known ones of these. */
    @Transactional(readOnly = true)
    public Map<VisitorId, Visitor> byIds(Collection<VisitorId> ids) {
        return jdbc
                .sql("select * from visitor where id = any(:ids)")
                .param("ids", ids.stream().map(VisitorId::value).toArray(UUID[]::new))
                .query((row, _) -> visitor(row))
                .list()
                .stream()
                .collect(toMap(Visitor::id, it -> it));
    }

    private static Visitor visitor(ResultSet result) {
        var row = new Columns(result);
        return new Visitor(
                new VisitorId(row.uuid("id")),
                new ChannelId(row.uuid("channel_id")),
                new ContactId(row.uuid("contact_id")),
                row.flag("verified"),
                row.text("locale"));
    }
}
