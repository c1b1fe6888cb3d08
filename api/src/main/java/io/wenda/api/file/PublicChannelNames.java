package io.wenda.api.file;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.wenda.api.scalar.PublicIds;
import io.wenda.conversation.Channel;
import io.wenda.conversation.channel.Channels;
import io.wenda.knowledge.exchange.ChannelNames;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Channels stand in files by their names, so that another company may have ones of those too. */
@Component
class PublicChannelNames implements ChannelNames {
    private static final int AT_ONCE = 200;

    private final Channels channels;
    private final PublicIds ids;

    PublicChannelNames(Channels channels, PublicIds ids) {
        this.channels = channels;
        this.ids = ids;
    }

    /** Those that share a name stand there by their ids. */
    @Override
    public Map<String, ChannelId> all() {
        return known().stream().collect(groupingBy(Channel::name)).values().stream()
                .flatMap(this::named)
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }

    private Stream<Map.Entry<String, ChannelId>> named(List<Channel> alike) {
        return alike.stream()
                .map(it -> Map.entry(alike.size() == 1 ? it.name() : ids.of(it.id()), it.id()));
    }

    private List<Channel> known() {
        var known = new ArrayList<Channel>();
        @Nullable UUID after = null;
        for (var more = true; more; ) {
            var page = channels.page(new PageRequest(after, AT_ONCE, false));
            known.addAll(page.items());
            more = page.more();
            after = page.items().isEmpty() ? null : page.items().getLast().id().value();
        }
        return known;
    }
}
