package io.wenda.api.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is killed, and how often. */
enum Victim {
    POSTGRESQL(17),
    CLICKHOUSE(9),
    OPENSEARCH(5),
    APPLICATION(1);

    private static final int KILLS = Arrays.stream(values()).mapToInt(it -> it.times).sum();

    private final int times;

    Victim(int times) {
        this.times = times;
    }

    /** All kills, in an order that the seed decides. */
    static List<Victim> all(long seed) {
        return all(seed, KILLS);
    }

    /** So many kills, in the same proportions. */
    static List<Victim> all(long seed, int kills) {
        var random = new Random(seed);
        var all = new ArrayList<Victim>();
        while (all.size() < kills) {
            var some = new ArrayList<Victim>();
            for (var victim : values()) {
                some.addAll(Collections.nCopies(victim.times, victim));
            }
            Collections.shuffle(some, random);
            all.addAll(some);
        }
        return all.subList(0, kills);
    }
}
