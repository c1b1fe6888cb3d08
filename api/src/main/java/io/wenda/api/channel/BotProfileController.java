package io.wenda.api.channel;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.Once;
import io.wenda.conversation.Channel;
import io.wenda.conversation.channel.Channels;
import io.wenda.conversation.profile.BotProfile;
import io.wenda.conversation.profile.BotProfiles;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.Refusal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** How the bot shows itself. */
@Controller
class BotProfileController {
    private final BotProfiles profiles;
    private final Channels channels;
    private final Once once;

    BotProfileController(BotProfiles profiles, Channels channels, Once once) {
        this.profiles = profiles;
        this.channels = channels;
        this.once = once;
    }

    record OpeningHoursInput(DayOfWeek day, String from, String until) {
        BotProfile.OpeningHours toHours() {
            return new BotProfile.OpeningHours(day, time(from), time(until));
        }

        private static LocalTime time(String text) {
            try {
                return LocalTime.parse(text);
            } catch (DateTimeException _) {
                throw new Refusal.Invalid("a time is written as 09:00", "openingHours");
            }
        }
    }

    record QuickButtonInput(boolean person, List<BotProfile.Wording> wordings) {}

    record ChooseBotProfileInput(
            ChannelId channelId,
            @Nullable String name,
            @Nullable String initials,
            @Nullable String colour,
            @Nullable String timeZone,
            @Nullable List<OpeningHoursInput> openingHours,
            @Nullable List<BotProfile.Greeting> greetings,
            @Nullable List<QuickButtonInput> quickButtons) {

        BotProfile toProfile() {
            return new BotProfile(
                    name,
                    initials,
                    colour,
                    timeZone,
                    orNone(openingHours).stream().map(OpeningHoursInput::toHours).toList(),
                    orNone(greetings),
                    orNone(quickButtons).stream()
                            .map(it -> new BotProfile.QuickButton(it.person(), it.wordings()))
                            .toList());
        }

        private static <T> List<T> orNone(@Nullable List<T> list) {
            return Objects.requireNonNullElse(list, List.of());
        }
    }

    record ChooseBotProfilePayload(Channel channel) {}

    @BatchMapping
    Map<Channel, BotProfile> botProfile(List<Channel> of) {
        return Batch.of(of, Channel::id, profiles::byChannels);
    }

    @MutationMapping
    ChooseBotProfilePayload chooseBotProfile(
            @Argument ChooseBotProfileInput input, Caller caller, DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> {
                    profiles.choose(caller, input.channelId(), input.toProfile());
                    return payload(input.channelId());
                },
                payload -> List.of(payload.channel().id().value()),
                ids -> payload(new ChannelId(ids.getFirst())));
    }

    private ChooseBotProfilePayload payload(ChannelId id) {
        return Optional.ofNullable(channels.byIds(Set.of(id)).get(id))
                .map(ChooseBotProfilePayload::new)
                .orElseThrow(() -> new Refusal.NotFound("channel", "channelId"));
    }
}
