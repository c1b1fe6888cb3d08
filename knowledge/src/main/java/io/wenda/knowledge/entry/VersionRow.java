package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A version as it is stored, with the steps that it can take. */
@Entity(name = "VersionRow")
@Table(name = "knowledge_version")
@IdClass(VersionRow.Key.class)
@NullUnmarked
class VersionRow {
    record Key(UUID entryId, int number) {}

    @Id UUID entryId;
    @Id int number;
    @TenantId UUID tenantId;

    @Enumerated(EnumType.STRING)
    VersionState state;

    String locale;
    String question;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] similarQuestions;

    String answer;
    String searchText;
    @Nullable UUID questionKey;
    @Nullable UUID authorId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] writers;

    @Nullable UUID reviewerId;
    @Nullable String comment;
    Instant createdAt;
    @Nullable Instant publishedAt;
    int revision;
    @Nullable Instant validFrom;
    @Nullable Instant validUntil;

    @Enumerated(EnumType.STRING)
    Audience.Kind audience;

    @JdbcTypeCode(SqlTypes.ARRAY)
    UUID[] audienceChannels;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> audienceAttributes;

    @Nullable Instant publishAt;
    @Nullable String publishBy;
    @Nullable Instant publishNext;
    int publishTries;
    @Nullable String publishFault;

    static VersionRow of(VersionId id, Wording wording, Caller author, Instant at) {
        var row = new VersionRow();
        row.entryId = id.entry().value();
        row.number = id.number();
        row.state = VersionState.DRAFT;
        row.authorId = member(author);
        row.writers = new String[] {author.key()};
        row.createdAt = at;
        row.revision = 1;
        row.word(wording);
        row.limit(Validity.ALWAYS);
        row.limit(Audience.EVERYBODY);
        return row;
    }

    /** The same limits as another version's, but for the given ones. */
    VersionRow under(VersionRow other, Terms terms) {
        limit(other.validity());
        limit(other.audience());
        return under(terms);
    }

    /** The given limits; what is absent stays. */
    VersionRow under(Terms terms) {
        if (terms.validity() != null) {
            limit(terms.validity());
        }
        if (terms.audience() != null) {
            limit(terms.audience());
        }
        return this;
    }

    VersionId versionId() {
        return new VersionId(new EntryId(entryId), number);
    }

    Wording wording() {
        return new Wording(locale, question, List.of(similarQuestions), answer);
    }

    Version toVersion() {
        return new Version(
                versionId(),
                revision,
                state,
                locale,
                question,
                List.of(similarQuestions),
                answer,
                validity(),
                audience(),
                schedule(),
                authorId == null ? null : new MemberId(authorId),
                reviewerId == null ? null : new MemberId(reviewerId),
                comment,
                createdAt,
                publishedAt);
    }

    /** Another wording of the same draft; whoever wrote in it may not approve it. */
    void edit(Wording wording, Caller writer) {
        require(VersionState.DRAFT, "revised");
        word(wording);
        revision++;
        writers =
                Stream.concat(Arrays.stream(writers), Stream.of(writer.key()))
                        .distinct()
                        .toArray(String[]::new);
    }

    void submit() {
        require(VersionState.DRAFT, "submitted");
        if (answer.isEmpty()) {
            throw Refusal.Conflict.notAllowedNow(
                    "the answer is still to be written: revise the entry first", "version");
        }
        state = VersionState.IN_REVIEW;
    }

    void approve(Caller reviewer, @Nullable String remark) {
        require(VersionState.IN_REVIEW, "approved");
        state = VersionState.APPROVED;
        review(reviewer, remark);
    }

    void reject(Caller reviewer, @Nullable String remark) {
        if (state != VersionState.APPROVED) {
            require(VersionState.IN_REVIEW, "rejected");
        }
        state = VersionState.DRAFT;
        unschedule();
        review(reviewer, remark);
    }

    void publish(Instant at) {
        require(VersionState.APPROVED, "published");
        requireTimeLeft(at);
        state = VersionState.PUBLISHED;
        publishedAt = at;
        unschedule();
    }

    /** It is to be published then, on behalf of the caller. */
    void schedule(Caller caller, Instant at) {
        require(VersionState.APPROVED, "scheduled");
        requireTimeLeft(at);
        publishAt = at;
        publishBy = caller.key();
        publishNext = at;
        publishTries = 0;
        publishFault = null;
    }

    void unschedule() {
        publishAt = null;
        publishBy = null;
        publishNext = null;
        publishTries = 0;
        publishFault = null;
    }

    /** Whether its hour has come, and nothing else came before. */
    boolean isDue(Instant now) {
        return state == VersionState.APPROVED && publishNext != null && !publishNext.isAfter(now);
    }

    /** Whether its hour has come, held back since or not. */
    boolean isPlannedBy(Instant now) {
        return state == VersionState.APPROVED && publishAt != null && !publishAt.isAfter(now);
    }

    /** An attempt to publish it failed; without a next one it waits for somebody or a replay. */
    void failed(String fault, @Nullable Instant next) {
        publishTries++;
        publishFault = fault;
        publishNext = next;
    }

    /** Whether something stands in the way of its planned publication. */
    boolean isHeldBack() {
        return state == VersionState.APPROVED && publishFault != null;
    }

    /** What stood in the way of its planned publication may be gone. */
    void again(Instant now) {
        publishNext = now;
    }

    /** Whether nobody else wrote any of it. */
    boolean isWrittenOnlyBy(Caller caller) {
        return Arrays.stream(writers).allMatch(caller.key()::equals);
    }

    /** Whether the bot would not say it any more then. */
    boolean isOver(Instant at) {
        return validity().isOver(at);
    }

    /** Refuses what the bot would not say even then. */
    void requireTimeLeft(Instant at) {
        if (isOver(at)) {
            throw Refusal.Conflict.notAllowedNow(
                    "it is valid until %s: revise it with a later validity.until"
                            .formatted(validUntil),
                    "version");
        }
    }

    void retire() {
        require(VersionState.PUBLISHED, "retired");
        state = VersionState.RETIRED;
    }

    /** Refuses one's own approval, and a program's, where four eyes are asked for. */
    void requireAnotherReviewer() {
        if (reviewerId == null || Arrays.asList(writers).contains("member:" + reviewerId)) {
            throw Refusal.Conflict.notAllowedNow(
                    "must be approved by another member than those who wrote it", "version");
        }
    }

    static @Nullable UUID member(Caller caller) {
        return switch (caller) {
            case Caller.Member member -> member.id().value();
            case Caller.Program _, Caller.Visitor _ -> null;
        };
    }

    /** All its limits. */
    Terms terms() {
        return new Terms(validity(), audience());
    }

    private Validity validity() {
        return new Validity(validFrom, validUntil);
    }

    private void limit(Validity validity) {
        validFrom = validity.from();
        validUntil = validity.until();
    }

    Audience audience() {
        return new Audience(
                audience,
                Arrays.stream(audienceChannels).map(ChannelId::new).toList(),
                audienceAttributes);
    }

    private void limit(Audience to) {
        audience = to.kind();
        audienceChannels = to.channels().stream().map(ChannelId::value).toArray(UUID[]::new);
        audienceAttributes = to.attributes();
    }

    private @Nullable Schedule schedule() {
        return publishAt == null
                ? null
                : new Schedule(
                        publishAt,
                        Caller.memberOf(publishBy).orElse(null),
                        publishTries,
                        publishFault,
                        publishNext);
    }

    private void review(Caller reviewer, @Nullable String remark) {
        reviewerId = member(reviewer);
        comment = remark;
    }

    private void word(Wording wording) {
        locale = wording.locale();
        question = wording.question();
        similarQuestions = wording.similarQuestions().toArray(String[]::new);
        answer = wording.answer();
        searchText = wording.searchText();
        questionKey = Wording.questionKey(question);
    }

    private void require(VersionState wanted, String act) {
        if (state != wanted) {
            throw Refusal.Conflict.notAllowedNow(
                    "a version can be %s while it is %s, this one is %s"
                            .formatted(act, wanted, state),
                    "version");
        }
    }
}
