package io.wenda.api.knowledge;

import io.wenda.knowledge.VersionState;
import io.wenda.knowledge.entry.Version;
import io.wenda.tenant.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version as the schema shows it. */
record KnowledgeVersion(
        int number,
        VersionState state,
        String locale,
        String question,
        List<String> similarQuestions,
        String answer,
        @Nullable MemberId author,
        @Nullable MemberId reviewer,
        Instant createdAt,
        @Nullable Instant publishedAt) {

    static KnowledgeVersion of(Version version) {
        return new KnowledgeVersion(
                version.id().number(),
                version.state(),
                version.locale(),
                version.question(),
                version.similarQuestions(),
                version.answer(),
                version.author(),
                version.reviewer(),
                version.createdAt(),
                version.publishedAt());
    }
}
