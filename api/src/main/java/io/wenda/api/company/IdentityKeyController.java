package io.wenda.api.company;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Once;
import io.wenda.api.page.Connection;
import io.wenda.api.page.Connections;
import io.wenda.tenant.Caller;
import io.wenda.tenant.key.IdentityKey;
import io.wenda.tenant.key.IdentityKeys;
import java.util.List;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The keys with which a company signs who its visitors are. */
@Controller
class IdentityKeyController {
    private final IdentityKeys keys;
    private final Connections connections;
    private final Once once;

    IdentityKeyController(IdentityKeys keys, Connections connections, Once once) {
        this.keys = keys;
        this.connections = connections;
        this.once = once;
    }

    record AddIdentityKeyInput(String name, String publicKeyPem) {}

    record AddIdentityKeyPayload(UUID id, String keyId) {
        static AddIdentityKeyPayload of(IdentityKey key) {
            return new AddIdentityKeyPayload(key.id(), key.keyId());
        }
    }

    record RemoveIdentityKeyInput(String keyId) {}

    record RemoveIdentityKeyPayload(IdentityKey identityKey) {}

    @QueryMapping
    Connection<IdentityKey> identityKeys(DataFetchingEnvironment field) {
        return connections.of(field, keys.page(connections.request(field)), IdentityKey::id);
    }

    @MutationMapping
    AddIdentityKeyPayload addIdentityKey(
            @Argument AddIdentityKeyInput input, Caller caller, DataFetchingEnvironment field) {
        return once.of(
                field,
                () ->
                        AddIdentityKeyPayload.of(
                                keys.add(caller, input.name(), input.publicKeyPem())),
                payload -> List.of(payload.id()),
                ids -> AddIdentityKeyPayload.of(keys.get(ids.getFirst())));
    }

    @MutationMapping
    RemoveIdentityKeyPayload removeIdentityKey(
            @Argument RemoveIdentityKeyInput input, Caller caller, DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> new RemoveIdentityKeyPayload(keys.remove(caller, input.keyId())),
                payload -> List.of(payload.identityKey().id()),
                ids -> new RemoveIdentityKeyPayload(keys.get(ids.getFirst())));
    }
}
