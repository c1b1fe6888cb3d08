package io.wenda.tenant.company;

import org.jspecify.annotations.Nullable;

/** What of a company shall be different; null stays as it is. */
public record CompanyChange(
        @Nullable String name,
        @Nullable String locale,
        @Nullable String timeZone,
        @Nullable Boolean fourEyesReview) {}
