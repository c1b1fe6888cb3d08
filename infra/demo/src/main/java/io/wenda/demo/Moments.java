package io.wenda.demo;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** The accidents of the demo's week; the same ones in the same stretch of it. */
final class Moments {
    private final Random random;

    Moments(String seed) {
        random = new Random(seed.hashCode());
    }

    Random random() {
        return random;
    }

    /** Whether something happens that happens so often in a hundred. */
    boolean chance(int inHundred) {
        return random.nextInt(100) < inHundred;
    }

    /** Some time between so many seconds. */
    Duration between(int least, int most) {
        return Duration.ofMillis(random.nextLong(least * 1000L, most * 1000L));
    }

    /** How long somebody waits: mostly short, now and then long. */
    Duration wait(int usualSeconds, int longestSeconds) {
        var seconds = -Math.log(1 - random.nextDouble()) * usualSeconds;
        return Duration.ofMillis((long) (1000 * (2 + Math.min(seconds, longestSeconds))));
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Mostly content. */
    int score() {
        var luck = random.nextInt(100);
        return luck < 58 ? 5 : luck < 84 ? 4 : luck < 93 ? 3 : luck < 97 ? 2 : 1;
    }
}
