package io.wenda.tenant.company;

import org.jspecify.annotations.Nullable;

/** What a stranger tells to become the owner of a new company. */
public record SignUp(
        String companyName,
        String ownerName,
        String email,
        String password,
        @Nullable String locale,
        @Nullable String timeZone) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "SignUp[companyName=%s, email=%s]".formatted(companyName, email);
    }
}
