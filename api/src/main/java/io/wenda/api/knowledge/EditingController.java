package io.wenda.api.knowledge;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Once;
import io.wenda.conversation.channel.Channels;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.KnowledgeEntries;
import io.wenda.knowledge.entry.KnowledgeReader;
import io.wenda.knowledge.entry.NewEntry;
import io.wenda.knowledge.entry.Publishing;
import io.wenda.knowledge.entry.Revision;
import io.wenda.knowledge.entry.Terms;
import io.wenda.knowledge.entry.Validity;
import io.wenda.knowledge.entry.VersionAct;
import io.wenda.knowledge.entry.WrittenMeanwhile;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** What editors do: write, submit, approve, reject, publish, go back. */
@Controller
class EditingController {
    private final KnowledgeEntries entries;
    private final Publishing publishing;
    private final KnowledgeReader reader;
    private final Channels channels;
    private final Once once;

    EditingController(
            KnowledgeEntries entries,
            Publishing publishing,
            KnowledgeReader reader,
            Channels channels,
            Once once) {
        this.channels = channels;
        this.entries = entries;
        this.publishing = publishing;
        this.reader = reader;
        this.once = once;
    }

    record CreateKnowledgeEntryInput(
            String locale,
            String question,
            @Nullable List<String> similarQuestions,
            String answer,
            @Nullable String category,
            @Nullable List<String> tags,
            @Nullable Validity validity,
            KnowledgeAudience.@Nullable KnowledgeAudienceInput audience) {

        NewEntry toNewEntry() {
            return new NewEntry(
                    locale,
                    question,
                    Objects.requireNonNullElse(similarQuestions, List.of()),
                    answer,
                    category,
                    Objects.requireNonNullElse(tags, List.of()));
        }
    }

    record ReviseKnowledgeEntryInput(
            EntryId entryId,
            @Nullable Integer expectedVersion,
            @Nullable Integer expectedRevision,
            @Nullable String question,
            @Nullable List<String> similarQuestions,
            @Nullable String answer,
            @Nullable Validity validity,
            KnowledgeAudience.@Nullable KnowledgeAudienceInput audience) {

        Revision toRevision() {
            return new Revision(
                    expectedVersion, expectedRevision, question, similarQuestions, answer);
        }
    }

    record FileKnowledgeEntryInput(
            EntryId entryId, @Nullable String category, @Nullable List<String> tags) {}

    record KnowledgeVersionInput(
            EntryId entryId,
            int version,
            @Nullable Integer expectedRevision,
            @Nullable String comment) {
        VersionAct toAct() {
            return new VersionAct(new VersionId(entryId, version), expectedRevision, comment);
        }
    }

    record RetireKnowledgeEntryInput(EntryId entryId, @Nullable String comment) {}

    record RollbackKnowledgeEntryInput(EntryId entryId, int toVersion) {}

    @MutationMapping
    KnowledgeEntryPayload createKnowledgeEntry(
            @Argument CreateKnowledgeEntryInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        var terms = terms(input.validity(), input.audience());
        return done(field, caller, () -> entries.create(caller, input.toNewEntry(), terms));
    }

    @MutationMapping
    KnowledgeEntryPayload reviseKnowledgeEntry(
            @Argument ReviseKnowledgeEntryInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        var terms = terms(input.validity(), input.audience());
        try {
            return done(
                    field,
                    caller,
                    () -> entries.revise(caller, input.entryId(), input.toRevision(), terms));
        } catch (WrittenMeanwhile e) {
            return KnowledgeEntryPayload.of(e);
        }
    }

    @MutationMapping
    KnowledgeEntryPayload fileKnowledgeEntry(
            @Argument FileKnowledgeEntryInput input, Caller caller, DataFetchingEnvironment field) {
        var tags = Objects.requireNonNullElse(input.tags(), List.<String>of());
        return done(
                field, caller, () -> entries.file(caller, input.entryId(), input.category(), tags));
    }

    @MutationMapping
    KnowledgeEntryPayload submitKnowledgeVersion(
            @Argument KnowledgeVersionInput input, Caller caller, DataFetchingEnvironment field) {
        return done(field, caller, () -> entries.submit(caller, input.toAct()));
    }

    @MutationMapping
    KnowledgeEntryPayload approveKnowledgeVersion(
            @Argument KnowledgeVersionInput input, Caller caller, DataFetchingEnvironment field) {
        return done(field, caller, () -> entries.approve(caller, input.toAct()));
    }

    @MutationMapping
    KnowledgeEntryPayload rejectKnowledgeVersion(
            @Argument KnowledgeVersionInput input, Caller caller, DataFetchingEnvironment field) {
        return done(field, caller, () -> entries.reject(caller, input.toAct()));
    }

    @MutationMapping
    KnowledgeEntryPayload publishKnowledgeVersion(
            @Argument KnowledgeVersionInput input, Caller caller, DataFetchingEnvironment field) {
        // asks the index, so before any transaction
        publishing.prepare(input.toAct().version());
        return done(field, caller, () -> publishing.publish(caller, input.toAct()));
    }

    @MutationMapping
    KnowledgeEntryPayload retireKnowledgeEntry(
            @Argument RetireKnowledgeEntryInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        return done(
                field, caller, () -> publishing.retire(caller, input.entryId(), input.comment()));
    }

    @MutationMapping
    KnowledgeEntryPayload rollbackKnowledgeEntry(
            @Argument RollbackKnowledgeEntryInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        var id = input.entryId();
        // asks the index, so before any transaction
        var next = once.before(field, () -> publishing.prepareRollback(id, input.toVersion()));
        return done(
                field,
                caller,
                () -> publishing.rollback(caller, id, input.toVersion(), next.orElseThrow()));
    }

    /** Channels are named by their ids, and must be the company's own. */
    private Terms terms(
            @Nullable Validity validity,
            KnowledgeAudience.@Nullable KnowledgeAudienceInput audience) {
        if (audience == null) {
            return new Terms(validity, null);
        }
        var named = Objects.requireNonNullElse(audience.channelIds(), List.<ChannelId>of());
        if (!channels.byIds(named).keySet().containsAll(named)) {
            throw new Refusal.NotFound("channel", "audience", "channelIds");
        }
        return new Terms(validity, audience.toAudience());
    }

    private KnowledgeEntryPayload done(
            DataFetchingEnvironment field, Caller caller, Supplier<Entry> act) {
        return once.of(
                field,
                () -> KnowledgeEntryPayload.of(act.get()),
                payload -> List.of(payload.entryId().value()),
                ids -> again(caller, ids));
    }

    private KnowledgeEntryPayload again(Caller caller, List<UUID> ids) {
        var id = new EntryId(ids.getFirst());
        return Optional.ofNullable(reader.byIds(caller, List.of(id)).get(id))
                .map(KnowledgeEntryPayload::of)
                .orElseThrow(() -> new Refusal.NotFound("knowledge entry"));
    }
}
