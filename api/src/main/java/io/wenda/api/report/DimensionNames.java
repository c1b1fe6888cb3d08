package io.wenda.api.report;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.wenda.analytics.Dimension;
import io.wenda.analytics.Report;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.channel.Channels;
import io.wenda.conversation.routing.SkillGroups;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.entry.KnowledgeReader;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.company.Members;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what the ids in a report are called, with one question for each kind. */
@Component
class DimensionNames {
    private final Channels channels;
    private final SkillGroups groups;
    private final Members members;
    private final KnowledgeReader knowledge;

    DimensionNames(
            Channels channels, SkillGroups groups, Members members, KnowledgeReader knowledge) {
        this.channels = channels;
        this.groups = groups;
        this.members = members;
        this.knowledge = knowledge;
    }

    /** Names by id. */
    record Named(Map<UUID, String> names) {

        /** The key's id in the room's own type. */
        @Nullable Object id(Report.Key key) {
            var id = key.id();
            if (id == null) {
                return null;
            }
            return switch (key.dimension()) {
                case CHANNEL -> new ChannelId(id);
                case SKILL_GROUP -> new SkillGroupId(id);
                case AGENT -> new MemberId(id);
                case TOPIC -> new EntryId(id);
                case DAY, HOUR, BOT_OUTCOME -> null;
            };
        }

        @Nullable String value(Report.Key key) {
            return key.id() == null ? key.value() : names.get(key.id());
        }
    }

    Named of(Caller caller, Report report) {
        var names = new HashMap<UUID, String>();
        channels.byIds(map(ids(report, Dimension.CHANNEL), ChannelId::new))
                .forEach((id, channel) -> names.put(id.value(), channel.name()));
        groups.byIds(map(ids(report, Dimension.SKILL_GROUP), SkillGroupId::new))
                .forEach((id, group) -> names.put(id.value(), group.name()));
        members.byIds(map(ids(report, Dimension.AGENT), MemberId::new))
                .forEach((id, member) -> names.put(id.value(), member.name()));
        names.putAll(questions(caller, map(ids(report, Dimension.TOPIC), EntryId::new)));
        return new Named(names);
    }

    /** A topic is called by the question of its published version. */
    private Map<UUID, String> questions(Caller caller, Set<EntryId> topics) {
        var versions =
                knowledge.byIds(caller, topics).values().stream()
                        .map(entry ->
                                new VersionId(
                                        entry.id(),
                                        Objects.requireNonNullElse(
                                                entry.published(), entry.latest())))
                        .collect(toSet());
        return knowledge.versions(caller, versions).values().stream()
                .collect(toMap(it -> it.id().entry().value(), it -> it.question()));
    }

    private static Set<UUID> ids(Report report, Dimension dimension) {
        return report.rows().stream()
                .flatMap(row -> row.keys().stream())
                .filter(key -> key.dimension() == dimension)
                .map(Report.Key::id)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(toSet());
    }

    private static <T> Set<T> map(Set<UUID> ids, Function<UUID, T> make) {
        return ids.stream().map(make).collect(toSet());
    }
}
