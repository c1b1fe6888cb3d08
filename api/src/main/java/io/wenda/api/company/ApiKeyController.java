package io.wenda.api.company;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Once;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ProgramId;
import io.wenda.tenant.Role;
import io.wenda.tenant.company.ApiKey;
import io.wenda.tenant.company.ApiKeys;
import io.wenda.tenant.company.IdentityKeys;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Keys: those of programs that come in, and those that a company signs its visitors with. */
@Controller
class ApiKeyController {
    private final ApiKeys keys;
    private final IdentityKeys identityKeys;
    private final Once once;

    ApiKeyController(ApiKeys keys, IdentityKeys identityKeys, Once once) {
        this.keys = keys;
        this.identityKeys = identityKeys;
        this.once = once;
    }

    record CreateApiKeyInput(String name, Set<Role> roles, @Nullable Instant expiresAt) {}

    /** A repeat shows no secret. */
    record CreateApiKeyPayload(ProgramId id, String clientId, @Nullable String clientSecret) {
        static CreateApiKeyPayload of(ApiKey key, @Nullable String secret) {
            return new CreateApiKeyPayload(key.id(), key.clientId(), secret);
        }
    }

    record AddIdentityKeyInput(String name, String publicKeyPem) {}

    record AddIdentityKeyPayload(UUID id, String keyId) {}

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
    AddIdentityKeyPayload addIdentityKey(
            @Argument AddIdentityKeyInput input, Caller caller, DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> {
                    var key = identityKeys.add(caller, input.name(), input.publicKeyPem());
                    return new AddIdentityKeyPayload(key.id(), key.keyId());
                },
                payload -> List.of(payload.id()),
                ids -> {
                    var key = identityKeys.get(ids.getFirst());
                    return new AddIdentityKeyPayload(key.id(), key.keyId());
                });
    }
}
