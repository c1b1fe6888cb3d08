package io.wenda.conversation.ledger;

import static java.util.Comparator.naturalOrder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.wenda.conversation.AnswerCandidate;
import io.wenda.conversation.AnswerSource;
import io.wenda.conversation.BotOutcome;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationEvent;
import io.wenda.conversation.ConversationEvent.QueueCause;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.MessageId;
import io.wenda.conversation.Rating;
import io.wenda.conversation.SkillGroupId;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A conversation whose row is locked until the transaction ends. Each fact changes it and raises
 * its version by one; {@link Ledger#write} stores what came together. It checks nothing: who may do
 * what, and when, is decided by the caller.
 */
public final class Held extends HeldRow {
    @JsonIgnore final TenantId tenant;
    @JsonIgnore final Instant at;
    @JsonIgnore final Snapshot before;
    @JsonIgnore final List<ConversationEvent> events = new ArrayList<>();
    @JsonIgnore final List<Said> said = new ArrayList<>();

    /** What watchers compare with: whose it was before. */
    record Snapshot(int version, ConversationState state, @Nullable MemberId assignee) {}

    Held(TenantId tenant, Instant now, Columns row) {
        super(row);
        this.tenant = tenant;
        this.before = new Snapshot(version, state, assigneeId);
        this.at = latest(now, stateSince, lastMessageAt);
    }

    /** Clocks of several nodes differ: facts never go back in time. */
    private static Instant latest(Instant now, Instant... facts) {
        return Stream.concat(Stream.of(now), Stream.of(facts)).max(naturalOrder()).orElseThrow();
    }

    /** When what happens to it now happens: when it was held. */
    public Instant at() {
        return at;
    }

    /** The conversation as it is now. */
    public Conversation now() {
        return new Conversation(
                id,
                version,
                state,
                channel,
                contact,
                locale,
                assigneeId,
                groupId,
                lastSeq,
                startedAt,
                closedAt,
                outcome,
                disposition,
                summary,
                rating());
    }

    private @Nullable Rating rating() {
        return ratingScore == null || ratedAt == null
                ? null
                : new Rating(ratingScore, ratingComment, ratedAt);
    }

    /** Whether nothing happened to it yet. */
    public boolean isNew() {
        return version == 0;
    }

    /** Whether nothing but messages came to it: every other fact raises the version, too. */
    boolean onlySpoke() {
        return version - before.version() == said.size();
    }

    public ConversationId id() {
        return id;
    }

    public ConversationState state() {
        return state;
    }

    /** When it came to its state. */
    public Instant stateSince() {
        return stateSince;
    }

    public ChannelId channel() {
        return channel;
    }

    public ContactId contact() {
        return contact;
    }

    /** Version at which its present owner got it. */
    public int ownerVersion() {
        return ownerVersion;
    }

    public @Nullable MemberId assignee() {
        return assigneeId;
    }

    public @Nullable SkillGroupId group() {
        return groupId;
    }

    public String locale() {
        return locale;
    }

    /** Number of the last contact message that the bot took its turn on. */
    public int botSeq() {
        return botSeq;
    }

    /** Number of the contact's newest message. */
    public int lastContactSeq() {
        return lastContactSeq;
    }

    /** Whether the bot takes part. */
    public boolean bot() {
        return bot;
    }

    /** Whether the bot gave an answer. */
    public boolean answered() {
        return answered;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public boolean rated() {
        return ratingScore != null;
    }

    /** The contact's first message opens it. */
    public void start() {
        events.add(
                new ConversationEvent.Started(
                        tenant, id, ++version, startedAt, channel, contactKey, bot));
        owned(ConversationState.BOT);
    }

    /** Numbers and keeps a message; {@link HeldWriter#SPOKEN} names the columns it changes. */
    public Said say(Line line) {
        var stored = new Said(new MessageId(NewId.next()), id, ++lastSeq, line, at);
        said.add(stored);
        if (!line.internal()) {
            lastMessageAt = at;
        }
        switch (line.sender()) {
            case CONTACT -> lastContactSeq = lastSeq;
            case BOT, AGENT -> served |= !line.internal();
            case SYSTEM -> {}
        }
        events.add(
                new ConversationEvent.MessageStored(
                        tenant,
                        id,
                        ++version,
                        at,
                        lastSeq,
                        line.sender(),
                        line.agentId(),
                        line.internal()));
        return stored;
    }

    /** The bot decided about the contact message of that number. */
    public void turn(int seq, BotTurn turn) {
        botSeq = seq;
        answered |= turn.decision() == BotTurn.Decision.ANSWER;
        var best = turn.best();
        events.add(
                new ConversationEvent.BotTurned(
                        tenant,
                        id,
                        ++version,
                        at,
                        turn.decision().name(),
                        best.map(AnswerCandidate::entry).orElse(null),
                        best.map(AnswerCandidate::version).orElse(null),
                        turn.confidence()));
    }

    /** It waits for an agent of the group. */
    public void queue(SkillGroupId group, QueueCause cause, String reason) {
        events.add(new ConversationEvent.Queued(tenant, id, ++version, at, group, cause, reason));
        handedOver |= cause == QueueCause.HANDOVER;
        groupId = group;
        assigneeId = null;
        owned(ConversationState.QUEUED);
    }

    /** It is the agent's. */
    public void assign(MemberId agent, SkillGroupId group) {
        events.add(new ConversationEvent.Assigned(tenant, id, ++version, at, agent, group));
        groupId = group;
        assigneeId = agent;
        lastAgentId = agent;
        owned(ConversationState.ACTIVE);
    }

    /** It is being passed on; {@link #queue} or {@link #assign} follows. */
    public void pass(@Nullable MemberId toAgent, @Nullable SkillGroupId toGroup) {
        events.add(
                new ConversationEvent.Transferred(
                        tenant, id, ++version, at, assigneeId, toAgent, toGroup));
    }

    /** Its agent stopped serving, without an outcome yet. */
    public void wrapUp() {
        var agent = Objects.requireNonNull(assigneeId);
        events.add(new ConversationEvent.WrapUpStarted(tenant, id, ++version, at, agent));
        owned(ConversationState.WRAP_UP);
    }

    /** It ends. */
    public void close(ConversationOutcome how) {
        outcome = how;
        botOutcome = bot ? botOutcomeNow() : null;
        closedAt = at;
        owned(ConversationState.CLOSED);
        events.add(
                new ConversationEvent.Closed(
                        tenant, id, ++version, at, how, botOutcome, lastAgentId, served));
    }

    /** What the agent noted about its end, which this is written with. */
    public void note(@Nullable String disposition, @Nullable String summary) {
        this.disposition = disposition == null ? this.disposition : disposition;
        this.summary = summary == null ? this.summary : summary;
    }

    private BotOutcome botOutcomeNow() {
        if (handedOver) {
            return BotOutcome.HANDED_OVER;
        }
        if (confirmed) {
            return BotOutcome.CONFIRMED;
        }
        return answered ? BotOutcome.ASSUMED : BotOutcome.ABANDONED;
    }

    /** The contact says whether an answer of the bot helped; after the close that corrects it. */
    public void rateAnswer(int seq, AnswerSource source, boolean helpful) {
        confirmed |= helpful;
        var corrected = helpful && botOutcome == BotOutcome.ASSUMED ? BotOutcome.CONFIRMED : null;
        botOutcome = corrected == null ? botOutcome : corrected;
        events.add(
                new ConversationEvent.AnswerRated(
                        tenant, id, ++version, at, seq, source.entry(), helpful, corrected));
    }

    /** The contact rates it. */
    public void rate(int score, @Nullable String comment) {
        ratingScore = score;
        ratingComment = comment;
        ratedAt = at;
        events.add(new ConversationEvent.Rated(tenant, id, ++version, at, score));
    }

    private void owned(ConversationState next) {
        if (state == ConversationState.ACTIVE || state == ConversationState.WRAP_UP) {
            handledMillis += Duration.between(stateSince, at).toMillis();
        }
        state = next;
        stateSince = at;
        ownerVersion = version;
    }
}
