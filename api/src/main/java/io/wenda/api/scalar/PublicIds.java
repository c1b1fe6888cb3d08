package io.wenda.api.scalar;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.MessageId;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.TicketId;
import io.wenda.conversation.webhook.WorldIds;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.attachment.FileId;
import io.wenda.knowledge.exchange.ImportId;
import io.wenda.knowledge.exchange.UploadId;
import io.wenda.knowledge.gap.GapId;
import io.wenda.knowledge.gap.ProposalId;
import io.wenda.knowledge.trial.QuestionSetId;
import io.wenda.knowledge.trial.SetQuestionId;
import io.wenda.knowledge.trial.TrialId;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.ProgramId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.VisitorId;
import io.wenda.tenant.isolation.InstallationKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Ids as the world sees them: {@code <type>_<26 letters>}, the letters being one AES block of the
 * UUID under a key of this installation, so that nobody counts or dates what others made. Type and
 * shape are checked here; what does not fit is read as an id that nothing has, so it is answered
 * like an unknown one.
 */
@Component
public class PublicIds implements WorldIds {
    /** Nothing has the greatest of all ids; the smallest one stands for none in the warehouse. */
    private static final UUID NOBODYS = new UUID(-1, -1);

    private static final List<Kind<?>> KINDS =
            List.of(
                    new Kind<>("com", TenantId.class, TenantId::new, TenantId::value),
                    new Kind<>("mem", MemberId.class, MemberId::new, MemberId::value),
                    new Kind<>("prg", ProgramId.class, ProgramId::new, ProgramId::value),
                    new Kind<>("vis", VisitorId.class, VisitorId::new, VisitorId::value),
                    new Kind<>("con", ContactId.class, ContactId::new, ContactId::value),
                    new Kind<>("chn", ChannelId.class, ChannelId::new, ChannelId::value),
                    new Kind<>("skg", SkillGroupId.class, SkillGroupId::new, SkillGroupId::value),
                    new Kind<>("kne", EntryId.class, EntryId::new, EntryId::value),
                    new Kind<>("gap", GapId.class, GapId::new, GapId::value),
                    new Kind<>("prp", ProposalId.class, ProposalId::new, ProposalId::value),
                    new Kind<>("kni", ImportId.class, ImportId::new, ImportId::value),
                    new Kind<>("kna", FileId.class, FileId::new, FileId::value),
                    new Kind<>("upl", UploadId.class, UploadId::new, UploadId::value),
                    new Kind<>(
                            "qst", QuestionSetId.class, QuestionSetId::new, QuestionSetId::value),
                    new Kind<>(
                            "sqn", SetQuestionId.class, SetQuestionId::new, SetQuestionId::value),
                    new Kind<>("trl", TrialId.class, TrialId::new, TrialId::value),
                    new Kind<>(
                            "cnv",
                            ConversationId.class,
                            ConversationId::new,
                            ConversationId::value),
                    new Kind<>("msg", MessageId.class, MessageId::new, MessageId::value),
                    new Kind<>("tkt", TicketId.class, TicketId::new, TicketId::value));

    /** A type of object: its prefix, and the room's own type of its ids. */
    record Kind<T>(String prefix, Class<T> type, Function<UUID, T> make, Function<T, UUID> value) {}

    private static final Map<Class<?>, Kind<?>> BY_TYPE =
            KINDS.stream().collect(Collectors.toUnmodifiableMap(Kind::type, kind -> kind));

    private final UuidCipher cipher;

    PublicIds(InstallationKey installation) {
        this.cipher = new UuidCipher(new SecretKeySpec(installation.derive("public-ids"), "AES"));
    }

    /** The types of ids that go outside. */
    public static Set<Class<?>> types() {
        return BY_TYPE.keySet();
    }

    /** The public form of a room's id. */
    @Override
    public String of(Object id) {
        return text(kind(id.getClass()), id);
    }

    /** The room's id of that type; one that nothing has, where the text is no such id. */
    public <T> T as(Class<T> type, String text) {
        return type.cast(read(kind(type), text));
    }

    private static Kind<?> kind(Class<?> type) {
        var kind = BY_TYPE.get(type);
        if (kind == null) {
            throw new IllegalArgumentException(type + " has no public form");
        }
        return kind;
    }

    /** The room's id, of whichever type the text says; empty where it is none. */
    public Optional<Object> any(String text) {
        return KINDS.stream()
                .filter(kind -> text.startsWith(kind.prefix() + "_"))
                .findFirst()
                .map(kind -> read(kind, text));
    }

    private <T> String text(Kind<T> kind, Object id) {
        var value = kind.value().apply(kind.type().cast(id));
        return kind.prefix() + "_" + Base32.encode(cipher.encrypt(value));
    }

    private <T> T read(Kind<T> kind, String text) {
        var start = kind.prefix() + "_";
        var block = text.startsWith(start) ? Base32.decode(text.substring(start.length())) : null;
        return kind.make().apply(block == null ? NOBODYS : cipher.decrypt(block));
    }
}
