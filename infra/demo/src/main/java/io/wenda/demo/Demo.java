package io.wenda.demo;

import io.wenda.tenant.company.PublicUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/**
 * Makes the demo when the application is ready, aside, and opens its shop. Then, not earlier, there
 * is a file that tells whoever started Wenda how to sign in.
 */
final class Demo implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private final DemoMaker maker;
    private final DemoSettings settings;
    private final PublicUrl publicUrl;
    private final Environment environment;
    private final Clock clock;
    private volatile boolean over;
    private volatile @Nullable ShopPage shop;

    Demo(
            DemoMaker maker,
            DemoSettings settings,
            PublicUrl publicUrl,
            Environment environment,
            Clock clock) {
        this.maker = maker;
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.environment = environment;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofPlatform().daemon().name("demo").start(this::make);
    }

    private void make() {
        try {
            var folder = Path.of(environment.getRequiredProperty("wenda.data"));
            var begun = clock.instant();
            var state = DemoState.in(folder.resolve("demo.properties"), begun);
            var fresh = state.get("made").isEmpty();
            var port = shopPort();
            var channel =
                    maker.make(
                            state, List.of("http://127.0.0.1:" + port, "http://localhost:" + port));
            var opened = open(port, String.valueOf(channel.publicKey()));
            DemoState.writePrivately(folder.resolve("demo.txt"), opened + words(state));
            if (fresh) {
                LOG.info(
                        "the demo was made in {} s",
                        clock.instant().getEpochSecond() - begun.getEpochSecond());
            }
        } catch (IOException | RuntimeException e) {
            if (!over) {
                LOG.warn("there is no whole demo; the next start goes on with it", e);
            }
        }
    }

    /** What can be said of the shop's page. */
    private String open(int port, String key) {
        try {
            shop = ShopPage.open(port, publicUrl.origin(), key);
            return "demo shop  http://127.0.0.1:%d%n".formatted(port);
        } catch (IOException e) {
            LOG.warn("the demo's shop has no page: port {} is taken", port, e);
            return "demo shop  has no page: port %d is taken%n".formatted(port);
        }
    }

    private int shopPort() {
        return Optional.ofNullable(settings.shopPort())
                .orElseGet(() ->
                        environment.getRequiredProperty("local.server.port", Integer.class) + 1);
    }

    private String words(DemoState state) {
        var people =
                Stream.of(Person.values())
                        .map(it ->
                                "  %-6s  %-22s  %s  %s%n"
                                        .formatted(
                                                it.role().name().toLowerCase(Locale.ROOT),
                                                it.address(),
                                                state.password(it),
                                                it.shown()))
                        .collect(Collectors.joining());
        return "console    %s, sign in as%n%s".formatted(publicUrl.at("/console"), people);
    }

    @Override
    public void destroy() {
        over = true;
        var open = shop;
        if (open != null) {
            open.close();
        }
    }
}
