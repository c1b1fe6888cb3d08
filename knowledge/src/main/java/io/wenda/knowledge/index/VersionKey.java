package io.wenda.knowledge.index;

import io.wenda.knowledge.VersionId;
import io.wenda.tenant.TenantId;

/** Names one version of one company: what a document of the index stands for. */
public record VersionKey(TenantId tenant, VersionId version) {

    String documentId() {
        return tenant.value() + ":" + version.entry().value() + ":" + version.number();
    }

    /** Documents of a company stand together: its searches touch one shard. */
    String routing() {
        return tenant.value().toString();
    }
}
