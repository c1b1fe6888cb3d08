package io.wenda.analytics;

import io.wenda.conversation.BotOutcome;
import io.wenda.conversation.ConversationEvent;
import io.wenda.conversation.ConversationEvent.QueueCause;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.Sender;
import io.wenda.conversation.SkillGroupId;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened in one conversation, told in seconds since its start. */
public final class Story {
    private final TenantId tenant;
    private final ConversationId conversation = new ConversationId(NewId.next());
    private final Instant start;
    private final List<ConversationEvent> events = new ArrayList<>();
    private int messages;
    private boolean served;
    private @Nullable MemberId agent;

    public Story(TenantId tenant, Instant start) {
        this.tenant = tenant;
        this.start = start;
    }

    /** In order of their versions. */
    public List<ConversationEvent> events() {
        return List.copyOf(events);
    }

    private int version() {
        return events.size() + 1;
    }

    private Instant at(double seconds) {
        return start.plusNanos((long) (seconds * 1e9));
    }

    public Story starts(ChannelId channel, UUID contact, boolean bot) {
        events.add(
                new ConversationEvent.Started(
                        tenant, conversation, version(), start, channel, contact, bot));
        return contactSays(0);
    }

    public Story contactSays(double second) {
        return says(second, Sender.CONTACT, null, false);
    }

    public Story botSays(double second) {
        return says(second, Sender.BOT, null, false);
    }

    public Story systemSays(double second) {
        return says(second, Sender.SYSTEM, null, false);
    }

    public Story agentSays(double second, MemberId who) {
        return says(second, Sender.AGENT, who, false);
    }

    public Story agentNotes(double second, MemberId who) {
        return says(second, Sender.AGENT, who, true);
    }

    private Story says(double second, Sender sender, @Nullable MemberId who, boolean internal) {
        served |= !internal && (sender == Sender.BOT || sender == Sender.AGENT);
        events.add(
                new ConversationEvent.MessageStored(
                        tenant,
                        conversation,
                        version(),
                        at(second),
                        ++messages,
                        sender,
                        who,
                        internal));
        return this;
    }

    public Story botTurns(double second, String decision, @Nullable UUID entry) {
        events.add(
                new ConversationEvent.BotTurned(
                        tenant,
                        conversation,
                        version(),
                        at(second),
                        decision,
                        entry,
                        entry == null ? null : 1,
                        0.9));
        return this;
    }

    public Story queues(double second, SkillGroupId group, QueueCause cause) {
        events.add(
                new ConversationEvent.Queued(
                        tenant, conversation, version(), at(second), group, cause, "asked"));
        return this;
    }

    public Story assigns(double second, MemberId who, SkillGroupId group) {
        agent = who;
        events.add(
                new ConversationEvent.Assigned(
                        tenant, conversation, version(), at(second), who, group));
        return this;
    }

    public Story transfers(double second, @Nullable MemberId to, @Nullable SkillGroupId group) {
        events.add(
                new ConversationEvent.Transferred(
                        tenant, conversation, version(), at(second), agent, to, group));
        return this;
    }

    public Story wrapsUp(double second, MemberId who) {
        events.add(
                new ConversationEvent.WrapUpStarted(
                        tenant, conversation, version(), at(second), who));
        return this;
    }

    public Story closes(double second, ConversationOutcome outcome, @Nullable BotOutcome bot) {
        events.add(
                new ConversationEvent.Closed(
                        tenant, conversation, version(), at(second), outcome, bot, agent, served));
        return this;
    }

    /** After the close, which assumed it. */
    public Story confirms(double second) {
        events.add(
                new ConversationEvent.AnswerRated(
                        tenant,
                        conversation,
                        version(),
                        at(second),
                        2,
                        NewId.next(),
                        true,
                        BotOutcome.CONFIRMED));
        return this;
    }

    public Story rated(double second, int score) {
        events.add(new ConversationEvent.Rated(tenant, conversation, version(), at(second), score));
        return this;
    }
}
