package io.wenda.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.threeten.extra.MutableClock;

/**
 * The services of the knowledge and the conversation room a second time, on the same database but
 * on a clock of the demo's own, and without what works by itself: threads, listeners, timers. So
 * the past is written by the very code that writes the present, and that code knows nothing of it.
 */
final class PastRooms implements AutoCloseable {
    private static final String[] ROOMS = {
        "io.wenda.knowledge.entry",
        "io.wenda.conversation.contact",
        "io.wenda.conversation.ledger",
        "io.wenda.conversation.routing",
        "io.wenda.conversation.serving",
        "io.wenda.conversation.ticket"
    };
    private static final Pattern BY_ITSELF =
            Pattern.compile(".*\\.(AgentGone|BotTurns|Clockwork|Routing)");

    /** The rooms' transactions are the application's. */
    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    private final AnnotationConfigApplicationContext rooms =
            new AnnotationConfigApplicationContext();
    private final MutableClock clock;

    PastRooms(ConfigurableApplicationContext application, Instant begin) {
        clock = MutableClock.of(begin, ZoneOffset.UTC);
        rooms.setParent(application);
        rooms.registerBean("clock", Clock.class, () -> clock);
        rooms.register(Transactions.class);
        var scanner = new ClassPathBeanDefinitionScanner(rooms);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(BY_ITSELF));
        scanner.scan(ROOMS);
        rooms.addBeanFactoryPostProcessor(PastRooms::keepQuiet);
        rooms.refresh();
    }

    /** What the rooms tell themselves would be heard by those who work on today's clock. */
    private static void keepQuiet(ConfigurableListableBeanFactory beans) {
        ApplicationEventPublisher nobody = _ -> {};
        beans.registerResolvableDependency(ApplicationEventPublisher.class, nobody);
    }

    MutableClock clock() {
        return clock;
    }

    <T> T get(Class<T> service) {
        return rooms.getBean(service);
    }

    @Override
    public void close() {
        rooms.close();
    }
}
