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
 * @param revision how often its text was written, from 1
 * @param schedule the publication that it waits for
 * @param author who began it; absent where a program did
 * @param reviewer who approved or rejected it last; absent where nobody or a program did
 * @param reviewComment what was said about it then
 */
public record Version(
        VersionId id,
        int revision,
        VersionState state,
        String locale,
        String question,
        List<String> similarQuestions,
        String answer,
        Validity validity,
        Audience audience,
        @Nullable Schedule schedule,
        @Nullable MemberId author,
        @Nullable MemberId reviewer,
        @Nullable String reviewComment,
        Instant createdAt,
        @Nullable Instant publishedAt) {}
