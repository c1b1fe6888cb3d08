package io.wenda.api.scalar;

import graphql.schema.Coercing;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** The contract's scalars, and ID, which is the public form of a room's id and of nothing else. */
@Component
class Scalars implements RuntimeWiringConfigurer {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);

    private static final int LAST_YEAR = 9999;
    private static final int LONGEST_LOCALE = 35;

    private final PublicIds ids;

    Scalars(PublicIds ids) {
        this.ids = ids;
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        // ID is the language's own: replacing it is meant
        wiring.strictMode(false)
                .scalar(scalar("ID", new TextScalar<>("an id", text -> text, this::id)))
                .strictMode(true)
                .scalar(
                        scalar(
                                "DateTime",
                                new TextScalar<>(
                                        "a time such as 2026-01-31T13:45:00Z",
                                        Scalars::instant,
                                        Scalars::time)))
                .scalar(
                        scalar(
                                "Date",
                                new TextScalar<>(
                                        "a day such as 2026-01-31",
                                        Scalars::day,
                                        Object::toString)))
                .scalar(
                        scalar(
                                "Locale",
                                new TextScalar<>(
                                        "a BCP 47 tag such as zh-CN",
                                        Scalars::locale,
                                        Scalars::tag)))
                .scalar(scalar("Long", new LongScalar()))
                .scalar(scalar("JSON", new JsonScalar()));
    }

    private static GraphQLScalarType scalar(String name, Coercing<?, ?> coercing) {
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }

    private String id(Object value) {
        try {
            return ids.of(value);
        } catch (IllegalArgumentException e) {
            throw new CoercingSerializeException("no public id", e);
        }
    }

    private static Instant instant(String text) {
        try {
            var time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            var year = time.atOffset(ZoneOffset.UTC).getYear();
            if (year < 1 || year > LAST_YEAR) {
                throw new CoercingParseValueException("years run from 1 to " + LAST_YEAR);
            }
            return time;
        } catch (DateTimeException e) {
            throw new CoercingParseValueException("not a time with offset", e);
        }
    }

    private static String time(Object value) {
        return value instanceof Instant instant
                ? MICROSECONDS.format(instant)
                : MICROSECONDS.format(((OffsetDateTime) value).toInstant());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new CoercingParseValueException("not a day", e);
        }
    }

    private static String locale(String text) {
        try {
            var tag = new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
            if (text.isEmpty() || tag.length() > LONGEST_LOCALE) {
                throw new CoercingParseValueException("empty or too long");
            }
            return tag;
        } catch (IllformedLocaleException e) {
            throw new CoercingParseValueException("not a language tag", e);
        }
    }

    private static String tag(Object value) {
        return value instanceof Locale locale ? locale.toLanguageTag() : value.toString();
    }
}
