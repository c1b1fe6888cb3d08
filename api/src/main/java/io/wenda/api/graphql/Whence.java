package io.wenda.api.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, for the fields that are open to everyone.
 *
 * @param origin of the page that sent it; absent where no browser did
 * @param address of the client, as far as it can be known
 */
public record Whence(@Nullable String origin, String address) {

    /** Of the running operation. */
    public static Whence of(DataFetchingEnvironment field) {
        return Objects.requireNonNull(field.getGraphQlContext().get(Whence.class));
    }
}
