package io.wenda.api.graphql;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fault on its way out, at the place of the query that it belongs to. */
final class ContractError implements GraphQLError {
    private final transient Fault fault;
    private final transient Map<String, Object> extensions;
    private final @Nullable List<SourceLocation> locations;
    private final transient @Nullable List<Object> path;

    ContractError(Fault fault, Map<String, Object> extensions, Place place) {
        this.fault = fault;
        this.extensions = extensions;
        this.locations = place.locations();
        this.path = place.path();
    }

    /** Where in the query; absent where the whole of it is meant. */
    record Place(@Nullable List<SourceLocation> locations, @Nullable List<Object> path) {
        static final Place EVERYWHERE = new Place(null, null);

        /** An empty list of locations is none, as the specification says. */
        static Place of(@Nullable List<SourceLocation> locations, @Nullable List<Object> path) {
            return new Place(locations == null || locations.isEmpty() ? null : locations, path);
        }
    }

    @Override
    public String getMessage() {
        return fault.message();
    }

    @Override
    public @Nullable List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    public ErrorClassification getErrorType() {
        return fault.code();
    }

    @Override
    public @Nullable List<Object> getPath() {
        return path;
    }

    @Override
    public Map<String, Object> getExtensions() {
        return extensions;
    }
}
