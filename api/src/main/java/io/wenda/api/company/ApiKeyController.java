package io.wenda.api.company;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.Once;
import io.wenda.api.page.Connection;
import io.wenda.api.page.Connections;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ProgramId;
import io.wenda.tenant.Role;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.Members;
import io.wenda.tenant.key.ApiKey;
import io.wenda.tenant.key.ApiKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Programs, and the keys that let them in. */
@Controller
class ApiKeyController {
    private final ApiKeys keys;
    private final Members members;
    private final Connections connections;
    private final Once once;

    ApiKeyController(ApiKeys keys, Members members, Connections connections, Once once) {
        this.keys = keys;
        this.members = members;
        this.connections = connections;
        this.once = once;
    }

    record CreateApiKeyInput(String name, Set<Role> roles, @Nullable Instant expiresAt) {}

    /** A repeat shows no secret. */
    record CreateApiKeyPayload(ProgramId id, String clientId, @Nullable String clientSecret) {
        static CreateApiKeyPayload of(ApiKey key, @Nullable String secret) {
            return new CreateApiKeyPayload(key.id(), key.clientId(), secret);
        }
    }

    record RevokeApiKeyInput(ProgramId apiKeyId) {}

    record RevokeApiKeyPayload(ApiKey apiKey) {}

    @QueryMapping
    Connection<ApiKey> apiKeys(DataFetchingEnvironment field) {
        return connections.of(
                field, keys.page(connections.request(field)), key -> key.id().value());
    }

    @BatchMapping(typeName = "Program")
    Map<ApiKey, Member> createdBy(List<ApiKey> made) {
        return Batch.of(made, ApiKey::createdBy, members::byIds);
    }

    @MutationMapping
    CreateApiKeyPayload createApiKey(
            @Argument CreateApiKeyInput input, Caller caller, DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> {
                    var made = keys.create(caller, input.name(), input.roles(), input.expiresAt());
                    return CreateApiKeyPayload.of(made.key(), made.clientSecret());
                },
                payload -> List.of(payload.id().value()),
                ids -> CreateApiKeyPayload.of(keys.get(new ProgramId(ids.getFirst())), null));
    }

    @MutationMapping
    RevokeApiKeyPayload revokeApiKey(
            @Argument RevokeApiKeyInput input, Caller caller, DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> new RevokeApiKeyPayload(keys.revoke(caller, input.apiKeyId())),
                payload -> List.of(payload.apiKey().id().value()),
                ids -> new RevokeApiKeyPayload(keys.get(new ProgramId(ids.getFirst()))));
    }
}
