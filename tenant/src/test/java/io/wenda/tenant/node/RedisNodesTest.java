package io.wenda.tenant.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisAclCommands;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real ones, on Debian's redis-server. */
class RedisNodesTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Said> heardByOne = new CopyOnWriteArrayList<>();
    private final List<Said> heardByOther = new CopyOnWriteArrayList<>();
    private final List<Said> heardElsewhere = new CopyOnWriteArrayList<>();
    private final int port = freePort();
    private final RedisNodes one = node("wenda:here", heardByOne);
    private final RedisNodes other = node("wenda:here", heardByOther);
    private final RedisNodes elsewhere = node("wenda:elsewhere", heardElsewhere);
    @TempDir private Path folder;
    private Process redis;

    record Said(int number) {}

    record Unknown(String word) {}

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RedisNodes node(String channel, List<Said> heard) {
        var node = new RedisNodes("redis://127.0.0.1:" + port, channel, SILENCE);
        node.hear(Said.class, heard::add);
        return node;
    }

    private void startRedis(String... more) throws IOException {
        var server = System.getenv("WENDA_REDIS");
        assertThat(server).as("WENDA_REDIS: infra/redis/get prints it").isNotNull();
        var command = new ArrayList<>(List.of(server, "--port", String.valueOf(port)));
        command.addAll(List.of("--bind", "127.0.0.1", "--save", "", "--dir", folder.toString()));
        command.addAll(List.of(more));
        redis =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.to(new File("/dev/null")))
                        .start();
    }

    private void signal(String name) throws Exception {
        var pid = String.valueOf(redis.pid());
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
    }

    @AfterEach
    void end() {
        List.of(one, other, elsewhere).forEach(RedisNodes::close);
        redis.destroyForcibly();
    }

    @Test
    void nodesHearOneAnotherAsSoonAsRedisIsThereAndAgainWhenItIsBack() throws Exception {
        one.bindTo(meters);
        List.of(one, other, elsewhere).forEach(RedisNodes::start);
        one.tell(new Said(1));
        assertThat(connected()).isZero();

        startRedis();
        hears(2);
        assertThat(connected()).isEqualTo(1);
        one.tell(new Unknown("what only a newer version knows"));

        redis.destroyForcibly().waitFor();
        await().atMost(SOON).until(() -> connected() == 0);
        one.tell(new Said(3));
        startRedis();
        hears(4);

        assertThat(heardByOther).doesNotContain(new Said(1), new Said(3));
        assertThat(heardByOne).isEmpty();
        assertThat(heardElsewhere).isEmpty();
    }

    @Test
    void overRedisThereMayBeOthersAndWithoutItThereIsOne() throws Exception {
        startRedis();
        assertThat(one.isOnlyOne()).isFalse();
        assertThat(new OneNode().isOnlyOne()).isTrue();
    }

    @Test
    void aFrozenRedisIsTakenForLostUntilItAnswersAgain() throws Exception {
        one.bindTo(meters);
        startRedis();
        List.of(one, other).forEach(RedisNodes::start);
        hears(1);

        signal("STOP");
        await().atMost(SOON).until(() -> connected() == 0);
        assertThat(one.lossy()).isTrue();

        signal("CONT");
        hears(2);
    }

    @Test
    void whoIsHeardAgainSaysSoForWhatItToldMeanwhileIsLost() throws Exception {
        startRedis();
        other.start();
        await().atMost(SOON).until(() -> !other.lossy());

        one.tell(new Said(1));
        one.start();

        await().atMost(SOON).until(other::lossy);
        await().atMost(SOON).until(() -> !other.lossy());
    }

    @Test
    void whoMayNotHearTheChannelIsNotConnectedUntilHeMay() throws Exception {
        startRedis("--user", "deaf", "on", "nopass", "+@all", "resetchannels");
        var server = RedisURI.create("127.0.0.1", port);
        try (var deaf =
                        new RedisNodes(
                                "redis://deaf:any@127.0.0.1:" + port, "wenda:here", SILENCE);
                var client = RedisClient.create(server)) {
            deaf.bindTo(meters);
            deaf.start();
            var admin = await().ignoreExceptions().until(client::connect, _ -> true).sync();

            await().atMost(SOON).until(() -> denied(admin) > 2);
            assertThat(connected()).isZero();
            assertThat(deaf.lossy()).isTrue();

            admin.aclSetuser("deaf", AclSetuserArgs.Builder.allChannels());
            await().atMost(SOON).until(() -> connected() == 1);
        }
    }

    private static long denied(RedisAclCommands<String, String> admin) {
        return admin.aclLog().stream()
                .mapToLong(it -> Long.parseLong(it.get("count").toString()))
                .sum();
    }

    private double connected() {
        return meters.get("wenda.nodes.connected").gauge().value();
    }

    private void hears(int number) {
        await().atMost(SOON)
                .until(() -> {
                    one.tell(new Said(number));
                    return heardByOther.contains(new Said(number));
                });
        await().atMost(SOON).until(() -> connected() == 1);
    }
}
