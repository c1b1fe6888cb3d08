package io.wenda.conversation.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataRetrievalFailureException;

/** Reads a row's columns by name, saying which one must be there. */
public record Columns(ResultSet row) {

    /** A column that may be null. */
    public <T> Optional<T> maybe(String column, Class<T> type) {
        try {
            return Optional.ofNullable(row.getObject(column, type));
        } catch (SQLException e) {
            throw new DataRetrievalFailureException(column, e);
        }
    }

    /** A text, or JSON as text, that may be null. */
    public Optional<String> maybeText(String column) {
        try {
            return Optional.ofNullable(row.getString(column));
        } catch (SQLException e) {
            throw new DataRetrievalFailureException(column, e);
        }
    }

    /** A time that may be null. */
    public @Nullable Instant maybeTime(String column) {
        return maybe(column, OffsetDateTime.class).map(OffsetDateTime::toInstant).orElse(null);
    }

    public UUID uuid(String column) {
        return maybe(column, UUID.class).orElseThrow();
    }

    public int number(String column) {
        return maybe(column, Integer.class).orElseThrow();
    }

    public boolean flag(String column) {
        return maybe(column, Boolean.class).orElseThrow();
    }

    public String text(String column) {
        return maybeText(column).orElseThrow();
    }

    public Instant time(String column) {
        return Objects.requireNonNull(maybeTime(column), column);
    }
}
