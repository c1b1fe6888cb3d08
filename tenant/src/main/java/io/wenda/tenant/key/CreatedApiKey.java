package io.wenda.tenant.key;

/** A new API key with its secret, which is shown this once and kept nowhere. */
public record CreatedApiKey(ApiKey key, String clientSecret) {

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "CreatedApiKey[key=%s]".formatted(key);
    }
}
