package io.wenda.api.page;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedType;
import io.wenda.api.graphql.CallerContext;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads which stretch of a list is asked for, and shows a room's page as the schema's connection.
 */
@Component
public class Connections {
    /** Items of a list whose size is not asked for. */
    public static final int DEFAULT_SIZE = 50;

    public static final int LARGEST_SIZE = 200;

    private final Cursors cursors;

    Connections(Cursors cursors) {
        this.cursors = cursors;
    }

    /** The stretch that {@code first} and {@code after} name. */
    public PageRequest request(DataFetchingEnvironment field) {
        return new PageRequest(
                position(field, "after"),
                size(field, "first", DEFAULT_SIZE),
                field.getSelectionSet().contains("totalCount"));
    }

    /** The size that an argument asks for. */
    public int size(DataFetchingEnvironment field, String argument, int otherwise) {
        Integer size = field.getArgument(argument);
        if (size == null) {
            return otherwise;
        }
        if (size < 1 || size > LARGEST_SIZE) {
            throw new Refusal.Invalid(
                    argument + " must be 1 to " + LARGEST_SIZE + ", it is " + size, argument);
        }
        return size;
    }

    /** The position that the cursor in an argument names, if there is one. */
    public @Nullable UUID position(DataFetchingEnvironment field, String argument) {
        String cursor = field.getArgument(argument);
        return cursor == null
                ? null
                : cursors.read(CallerContext.of(field).tenant(), name(field), cursor, argument);
    }

    /** The page as a connection. Something lies before it where the request began after an item. */
    public <T> Connection<T> of(
            DataFetchingEnvironment field, Page<T> page, Function<T, UUID> position) {
        return of(field, page, position, field.getArgument("after") != null);
    }

    /** The page as a connection, knowing whether something lies before it. */
    public <T> Connection<T> of(
            DataFetchingEnvironment field,
            Page<T> page,
            Function<T, UUID> position,
            boolean previous) {
        var tenant = CallerContext.of(field).tenant();
        var name = name(field);
        List<Connection.Edge<T>> edges =
                page.items().stream()
                        .map(item ->
                                new Connection.Edge<>(
                                        cursors.of(tenant, name, position.apply(item)), item))
                        .toList();
        return new Connection<>(
                edges,
                new Connection.PageInfo(
                        page.more(),
                        previous,
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()),
                page.total());
    }

    private static String name(DataFetchingEnvironment field) {
        return ((GraphQLNamedType) field.getParentType()).getName()
                + "."
                + field.getFieldDefinition().getName();
    }
}
