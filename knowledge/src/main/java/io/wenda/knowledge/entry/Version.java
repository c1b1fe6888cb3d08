package io.wenda.knowledge.entry;

import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.tenant.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One wording of an entry.
 *
 * @param author who began it; absent where a program did
 * @param reviewer who approved or rejected it last; absent where nobody or a program did
 * @param reviewComment what was said about it then
 */
public record Version(
        VersionId id,
        VersionState state,
        String locale,
        String question,
        List<String> similarQuestions,
        String answer,
        @Nullable MemberId author,
        @Nullable MemberId reviewer,
        @Nullable String reviewComment,
        Instant createdAt,
        @Nullable Instant publishedAt) {}
