package io.wenda.tenant.company;

import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;

/** The time zones that a company may be in: those which every engine knows. */
public final class TimeZones {
    /** Java's own, long gone from the tz database. */
    private static final String JAVA_ONLY = "SystemV/";

    /** Younger than ClickHouse's tz database. */
    private static final Set<String> YOUNG = Set.of("America/Coyhaique");

    private static final Set<String> ALL =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(id -> !id.startsWith(JAVA_ONLY) && !YOUNG.contains(id))
                    .collect(Collectors.toUnmodifiableSet());

    private TimeZones() {}

    /** Their names. */
    public static Set<String> all() {
        return ALL;
    }
}
