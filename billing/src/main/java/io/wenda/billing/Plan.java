package io.wenda.billing;

import org.jspecify.annotations.Nullable;

/**
 * What a company can have: how many people serve, and how many conversations a month.
 *
 * @param key stable name: the lookup key of a price at Stripe, or the operator's local plan
 * @param seats members that may serve, absent where there is no limit
 * @param conversationsPerMonth conversations of a calendar month in UTC, absent without limit
 * @param price absent where nothing is charged
 */
public record Plan(
        String key,
        String name,
        @Nullable Integer seats,
        @Nullable Long conversationsPerMonth,
        @Nullable Price price) {}
