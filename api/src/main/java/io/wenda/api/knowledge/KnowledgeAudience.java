package io.wenda.api.knowledge;

import static java.util.stream.Collectors.toMap;

import io.wenda.knowledge.entry.Audience;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** To whom the bot may say a version, as the schema shows it. */
record KnowledgeAudience(
        Audience.Kind kind, List<ChannelId> channels, List<ContactAttribute> attributes) {

    record ContactAttribute(String name, String value) {}

    /** What a caller asks for. */
    record KnowledgeAudienceInput(
            Audience.Kind kind,
            @Nullable List<ChannelId> channelIds,
            @Nullable List<ContactAttribute> attributes) {

        Audience toAudience() {
            return new Audience(
                    kind,
                    Objects.requireNonNullElse(channelIds, List.of()),
                    Objects.requireNonNullElse(attributes, List.<ContactAttribute>of()).stream()
                            .collect(
                                    toMap(
                                            ContactAttribute::name,
                                            ContactAttribute::value,
                                            KnowledgeAudienceInput::twice)));
        }

        private static String twice(String one, String other) {
            throw new Refusal.Invalid(
                    "an attribute may be named once only: '%s' and '%s' are values of one"
                            .formatted(one, other),
                    "audience",
                    "attributes");
        }
    }

    static KnowledgeAudience of(Audience audience) {
        return new KnowledgeAudience(
                audience.kind(),
                audience.channels(),
                audience.attributes().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(it -> new ContactAttribute(it.getKey(), it.getValue()))
                        .toList());
    }
}
