package io.wenda.knowledge.trial;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.answering.Decision;
import io.wenda.tenant.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of trials and results. */
final class TrialRows {
    static final String TRIAL =
            """
            select t.*,
              array(select c.entry_id from trial_change c
                where c.tenant_id = t.tenant_id and c.trial_id = t.id
                order by c.entry_id) as changed_entries,
              array(select c.version from trial_change c
                where c.tenant_id = t.tenant_id and c.trial_id = t.id
                order by c.entry_id) as changed_versions
            from knowledge_trial t
            """;

    private TrialRows() {}

    static Trial trial(ResultSet row) throws SQLException {
        var set = row.getObject("set_id", UUID.class);
        var previous = row.getObject("previous", UUID.class);
        return new Trial(
                new TrialId(row.getObject("id", UUID.class)),
                TrialKind.valueOf(row.getString("kind")),
                set == null ? null : new QuestionSetId(set),
                previous == null ? null : new TrialId(previous),
                TrialState.valueOf(row.getString("state")),
                row.getString("fault"),
                row.getInt("total"),
                row.getInt("done"),
                tally(row),
                Caller.memberOf(row.getString("asked_by")).orElse(null),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                time(row, "started_at"),
                time(row, "finished_at"),
                overridden(row),
                changes(row));
    }

    private static Trial.Tally tally(ResultSet row) throws SQLException {
        return new Trial.Tally(
                row.getInt("passed"),
                row.getInt("failed"),
                row.getInt("same"),
                row.getInt("better"),
                row.getInt("worse"),
                row.getInt("newly_answered"),
                row.getInt("lost"));
    }

    private static Trial.@Nullable Overridden overridden(ResultSet row) throws SQLException {
        var by = row.getString("overridden_by");
        return by == null
                ? null
                : new Trial.Overridden(
                        Caller.memberOf(by).orElseThrow(),
                        row.getObject("overridden_at", OffsetDateTime.class).toInstant(),
                        row.getString("override_reason"));
    }

    private static List<Change> changes(ResultSet row) throws SQLException {
        var entries = (UUID[]) row.getArray("changed_entries").getArray();
        @Nullable Integer[] versions = (Integer[]) row.getArray("changed_versions").getArray();
        return java.util.stream.IntStream.range(0, entries.length)
                .mapToObj(i -> new Change(new EntryId(entries[i]), versions[i]))
                .toList();
    }

    static TrialResult result(ResultSet row) throws SQLException {
        var expected = row.getObject("expected_entry", UUID.class);
        var judged = row.getObject("question_id") != null;
        var effect = row.getString("effect");
        return new TrialResult(
                new TrialId(row.getObject("trial_id", UUID.class)),
                row.getInt("place"),
                row.getString("question"),
                row.getString("previous"),
                row.getString("locale"),
                judged ? new Expectation(expected == null ? null : new EntryId(expected)) : null,
                outcome(
                        row.getString("before_decision"),
                        version(row, "before_entry", "before_version"),
                        row.getDouble("before_confidence")),
                outcome(
                        row.getString("decision"),
                        version(row, "entry_id", "version"),
                        row.getDouble("confidence")),
                (Boolean) row.getObject("passed"),
                effect == null ? null : Effect.valueOf(effect));
    }

    private static @Nullable Outcome outcome(
            @Nullable String decision, @Nullable VersionId version, double confidence) {
        return decision == null
                ? null
                : new Outcome(Decision.valueOf(decision), version, confidence);
    }

    private static @Nullable VersionId version(ResultSet row, String entry, String number)
            throws SQLException {
        var id = row.getObject(entry, UUID.class);
        return id == null ? null : new VersionId(new EntryId(id), row.getInt(number));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
