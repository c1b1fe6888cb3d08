package io.wenda.tenant.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    private final TenantId noisy = new TenantId(NewId.next());
    private final TenantId quiet = new TenantId(NewId.next());
    private final FairQueue<Integer> queue = new FairQueue<>(12, 10);

    @Test
    void companiesAreServedInTurn() throws InterruptedException {
        IntStream.range(0, 9).forEach(i -> queue.offer(noisy, i));
        queue.offer(quiet, 100);
        queue.offer(quiet, 101);

        var taken = queue.take(4);

        assertThat(taken)
                .containsEntry(noisy, List.of(0, 1))
                .containsEntry(quiet, List.of(100, 101));
        assertThat(queue.take(3)).containsOnlyKeys(noisy).containsEntry(noisy, List.of(2, 3, 4));
        assertThat(queue.size()).isEqualTo(4);
    }

    @Test
    void whoWasJustServedWaitsForTheOthers() throws InterruptedException {
        queue.offer(noisy, 0);
        queue.offer(noisy, 1);
        queue.offer(quiet, 100);

        assertThat(queue.take(1)).containsOnlyKeys(noisy);
        assertThat(queue.take(1)).containsOnlyKeys(quiet);
    }

    @Test
    void aFullShareLeavesRoomForOthersUntilAllIsFull() {
        IntStream.range(0, 10).forEach(i -> assertThat(queue.offer(noisy, i)).isTrue());

        assertThat(queue.offer(noisy, 10)).isFalse();
        assertThat(queue.offer(quiet, 100)).isTrue();
        assertThat(queue.offer(quiet, 101)).isTrue();
        assertThat(queue.offer(quiet, 102)).isFalse();
    }

    @Test
    void aClosedQueueGivesWhatIsLeftThenNothing() throws InterruptedException {
        queue.offer(quiet, 7);

        queue.close();

        assertThat(queue.offer(quiet, 8)).isFalse();
        assertThat(queue.take(10)).containsEntry(quiet, List.of(7));
        assertThat(queue.take(10)).isEmpty();
    }

    @Test
    void whoTakesFromAnEmptyQueueWaits() {
        var taken =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return queue.take(1);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });

        queue.offer(quiet, 7);

        assertThat(taken.join()).containsEntry(quiet, List.of(7));
    }
}
