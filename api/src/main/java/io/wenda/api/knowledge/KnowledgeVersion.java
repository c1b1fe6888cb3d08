package io.wenda.api.knowledge;

import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.knowledge.entry.Schedule;
import io.wenda.knowledge.entry.Validity;
import io.wenda.knowledge.entry.Version;
import io.wenda.tenant.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version as the schema shows it. */
record KnowledgeVersion(
        VersionId id,
        int number,
        int revision,
        VersionState state,
        String locale,
        String question,
        List<String> similarQuestions,
        String answer,
        Validity validity,
        KnowledgeAudience audience,
        @Nullable Schedule schedule,
        @Nullable MemberId author,
        @Nullable MemberId reviewer,
        @Nullable String reviewComment,
        Instant createdAt,
        @Nullable Instant publishedAt) {

    static KnowledgeVersion of(Version version) {
        return new KnowledgeVersion(
                version.id(),
                version.id().number(),
                version.revision(),
                version.state(),
                version.locale(),
                version.question(),
                version.similarQuestions(),
                version.answer(),
                version.validity(),
                KnowledgeAudience.of(version.audience()),
                version.schedule(),
                version.author(),
                version.reviewer(),
                version.reviewComment(),
                version.createdAt(),
                version.publishedAt());
    }
}
