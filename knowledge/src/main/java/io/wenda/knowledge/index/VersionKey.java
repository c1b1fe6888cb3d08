package io.wenda.knowledge.index;

import java.util.UUID;

/** Names one version of one entry of one company: what a document of the index stands for. */
public record VersionKey(UUID tenant, UUID entry, int version) {

    String documentId() {
        return tenant + ":" + entry + ":" + version;
    }

    /** Documents of a company stand together: its searches touch one shard. */
    String routing() {
        return tenant.toString();
    }
}
