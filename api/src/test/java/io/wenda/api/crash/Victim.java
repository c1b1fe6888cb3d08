package io.wenda.api.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is killed, and how often. */
enum Victim {
    POSTGRESQL(22),
    CLICKHOUSE(18),
    APPLICATION(10);

    private final int times;

    Victim(int times) {
        this.times = times;
    }

    /** All kills, in an order that the seed decides. */
    static List<Victim> all(long seed) {
        var all = new ArrayList<Victim>();
        for (var victim : values()) {
            all.addAll(Collections.nCopies(victim.times, victim));
        }
        Collections.shuffle(all, new Random(seed));
        return all;
    }
}
