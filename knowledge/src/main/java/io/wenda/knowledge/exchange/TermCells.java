package io.wenda.knowledge.exchange;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.wenda.knowledge.entry.Audience;
import io.wenda.knowledge.entry.Terms;
import io.wenda.knowledge.entry.Validity;
import io.wenda.knowledge.exchange.file.Item;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** To whom and when the bot may say an entry, as the cells of a file have it. */
final class TermCells {
    private static final Set<String> EVERYBODY = Set.of("everybody", "所有人");
    private static final Set<String> MEMBERS = Set.of("members", "仅限团队内部");
    private static final Pattern CHANNEL = Pattern.compile("(?i)(?:channel|渠道)\\s*[:：](.+)");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?i)(?:attribute|属性)\\s*[:：](.+)");
    private static final int LAST_YEAR = 9999;

    private final Map<String, ChannelId> channels;
    private final Map<ChannelId, String> names;

    /**
     * The cells of a file of one company.
     *
     * @param channels that it has, by their names
     */
    TermCells(Map<String, ChannelId> channels) {
        this.channels = channels;
        this.names =
                channels.entrySet().stream().collect(toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /** As {@link #terms} reads it. */
    String of(Audience audience) {
        return switch (audience.kind()) {
            case EVERYBODY, MEMBERS -> audience.kind().name();
            case CHOSEN ->
                    Stream.concat(
                                    audience.channels().stream()
                                            .map(it -> "channel: " + names.get(it)),
                                    audience.attributes().entrySet().stream()
                                            .map(it ->
                                                    "attribute: %s = %s"
                                                            .formatted(it.getKey(), it.getValue()))
                                            .sorted())
                            .collect(joining("\n"));
        };
    }

    /** As {@link #terms} reads it. */
    static @Nullable String of(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    /** What the item says; of an audience that it does not name, nothing. */
    Terms terms(Item item) {
        return new Terms(
                Validity.ofLine(
                        moment(item.validFrom(), "validFrom"),
                        moment(item.validUntil(), "validUntil")),
                Optional.ofNullable(item.audience()).map(this::audience).orElse(null));
    }

    private Audience audience(String cell) {
        var plain = cell.strip().toLowerCase(Locale.ROOT);
        if (EVERYBODY.contains(plain)) {
            return Audience.EVERYBODY;
        }
        return MEMBERS.contains(plain)
                ? new Audience(Audience.Kind.MEMBERS, List.of(), Map.of())
                : chosen(cell);
    }

    private Audience chosen(String cell) {
        var on = new ArrayList<ChannelId>();
        var attributes = new HashMap<String, String>();
        for (var line : cell.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            var channel = CHANNEL.matcher(line);
            var attribute = ATTRIBUTE.matcher(line);
            if (channel.matches()) {
                on.add(channel(channel.group(1).strip()));
            } else if (!attribute.matches() || !isAdded(attribute.group(1), attributes)) {
                throw new Refusal.Invalid(
                        "must be EVERYBODY, MEMBERS, or lines such as \"channel: Website\" and \"attribute: level = gold\", each attribute once",
                        "audience");
            }
        }
        return new Audience(Audience.Kind.CHOSEN, on, attributes);
    }

    /** False where it is none, or one of a name that there is. */
    private static boolean isAdded(String attribute, Map<String, String> attributes) {
        var parts = List.of(attribute.split(attribute.contains(" = ") ? " = " : "=", 2));
        return parts.size() == 2
                && attributes.putIfAbsent(parts.getFirst().strip(), parts.getLast().strip())
                        == null;
    }

    private ChannelId channel(String name) {
        var known = channels.get(name);
        if (known == null) {
            throw new Refusal.NotFound(
                    "a channel of this company that alone is called \"%s\"".formatted(name),
                    "audience");
        }
        return known;
    }

    private static @Nullable Instant moment(@Nullable String cell, String field) {
        if (cell == null) {
            return null;
        }
        try {
            var moment = OffsetDateTime.parse(cell).toInstant().truncatedTo(ChronoUnit.MICROS);
            var year = moment.atOffset(ZoneOffset.UTC).getYear();
            if (year > 0 && year <= LAST_YEAR) {
                return moment;
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw new Refusal.Invalid("must be a time such as 2026-12-31T18:00:00+08:00", field);
    }
}
