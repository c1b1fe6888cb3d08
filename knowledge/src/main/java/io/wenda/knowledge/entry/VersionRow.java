package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.tenant.Caller;
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
    @Nullable UUID authorId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] writers;

    @Nullable UUID reviewerId;
    @Nullable String comment;
    Instant createdAt;
    @Nullable Instant publishedAt;

    static VersionRow of(VersionId id, Wording wording, Caller author, Instant at) {
        var row = new VersionRow();
        row.entryId = id.entry().value();
        row.number = id.number();
        row.state = VersionState.DRAFT;
        row.authorId = member(author);
        row.writers = new String[] {author.key()};
        row.createdAt = at;
        row.word(wording);
        return row;
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
                state,
                locale,
                question,
                List.of(similarQuestions),
                answer,
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
        writers =
                Stream.concat(Arrays.stream(writers), Stream.of(writer.key()))
                        .distinct()
                        .toArray(String[]::new);
    }

    void submit() {
        require(VersionState.DRAFT, "submitted");
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
        review(reviewer, remark);
    }

    void publish(Instant at) {
        require(VersionState.APPROVED, "published");
        state = VersionState.PUBLISHED;
        publishedAt = at;
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
