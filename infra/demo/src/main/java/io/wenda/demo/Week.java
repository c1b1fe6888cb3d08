package io.wenda.demo;

import io.wenda.conversation.AvailabilityStatus;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.TicketState;
import io.wenda.conversation.contact.Visitors;
import io.wenda.conversation.routing.Availabilities;
import io.wenda.tenant.Caller;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.Idempotency;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The demo's week, shift by shift. A shift is one transaction: nobody sees it half, and nothing of
 * it waits for the clocks that run today.
 */
final class Week {
    private static final Duration DESKS = Duration.ofMinutes(12);
    private static final List<String> PRAISE =
            List.of("很快就解决了", "客服很耐心", "Quick and kind", "Exactly what I needed");
    private static final List<String> COMPLAINTS = List.of("等得有点久", "Took a while");

    private final Stage stage;
    private final Scene.Rooms rooms;
    private final Customers customers;
    private final Availabilities availabilities;
    private final Idempotency once;
    private final Map<String, List<String>> questions = Texts.questions();
    private final List<Texts.Case> cases = Texts.cases();
    private final List<Texts.Case> general = Texts.general();

    Week(Stage stage, PastRooms past, Idempotency once) {
        this.stage = stage;
        this.rooms = Scene.Rooms.of(past);
        this.customers = new Customers(past.get(Visitors.class), stage);
        this.availabilities = past.get(Availabilities.class);
        this.once = once;
    }

    /** All that happens in the shift. */
    void play(Shift shift) {
        var moments = new Moments(shift.name());
        together(
                shift.name(),
                () -> {
                    rooms.clock().setInstant(shift.from());
                    if (shift.staffed()) {
                        set(AvailabilityStatus.ONLINE, Stage.AGENTS);
                    }
                    for (var arrival : shift.arrivals(moments.random())) {
                        rooms.clock().setInstant(arrival);
                        customer(shift.staffed(), moments);
                    }
                    if (shift.staffed()) {
                        rooms.clock().setInstant(shift.until());
                        set(AvailabilityStatus.OFFLINE, Stage.AGENTS);
                    }
                });
    }

    /** What the agents have in hand when somebody signs in as one of them. */
    void leaveOnTheDesks(Instant end) {
        var numbers = new HashMap<String, Integer>();
        together(
                "desks",
                () -> {
                    for (var matter : Texts.open()) {
                        rooms.clock().setInstant(end.minus(DESKS));
                        var number = numbers.merge(matter.locale(), 0, (it, _) -> it + 1);
                        leaveOpen(matter, number);
                    }
                });
    }

    private void leaveOpen(Texts.Case matter, int number) {
        var moments = new Moments(matter.asks());
        var agent = List.of(Person.named(Objects.requireNonNull(matter.agent())));
        var scene = scene(customers.somebodyNew(matter.locale(), number), moments);
        scene.customerSays(matter.asks());
        scene.bot();
        scene.customerAsksForPerson();
        set(AvailabilityStatus.ONLINE, agent);
        scene.agentComes(moments.between(5, 20));
        set(AvailabilityStatus.OFFLINE, agent);
        scene.talk(matter.lines());
    }

    private void together(String name, Runnable work) {
        var attempt =
                new Idempotency.Attempt(stage.who(Person.LIN).key(), "demo", name, "the week");
        CurrentTenant.run(
                stage.tenant(),
                () ->
                        once.once(
                                attempt,
                                () -> {
                                    work.run();
                                    return true;
                                },
                                _ -> List.of(),
                                _ -> true));
    }

    private void set(AvailabilityStatus status, List<Person> agents) {
        agents.forEach(agent -> availabilities.set(stage.who(agent).id(), status, null));
    }

    private Scene scene(Caller.Visitor customer, Moments moments) {
        return new Scene(rooms, stage, customer, moments);
    }

    private void customer(boolean staffed, Moments moments) {
        var locale = moments.chance(62) ? "zh-CN" : "en";
        var scene = scene(customers.somebody(locale, moments), moments);
        if (moments.chance(74)) {
            asksTheBot(scene, locale, staffed, moments);
        } else {
            var matter = moments.one(in(locale, cases));
            scene.customerSays(matter.asks());
            scene.bot();
            scene.customerAsksForPerson();
            goesToPeople(scene, matter, staffed, moments);
        }
    }

    private void asksTheBot(Scene scene, String locale, boolean staffed, Moments moments) {
        scene.customerSays(moments.one(questions.getOrDefault(locale, List.of())));
        var reply = scene.bot();
        if (!reply.choices().isEmpty()) {
            rooms.clock().add(moments.between(3, 20));
            scene.customerSays(reply.choices().getFirst().question());
            reply = scene.bot();
        }
        var answered = reply.source() != null;
        var content = answered && !moments.chance(17);
        if (answered && moments.chance(45)) {
            scene.customerRatesAnswer(reply, content);
        }
        if (!content) {
            scene.customerAsksForPerson();
            goesToPeople(scene, moments.one(in(locale, general)), staffed, moments);
            return;
        }
        if (moments.chance(20)) {
            rooms.clock().add(moments.between(10, 90));
            scene.customerSays(moments.one(questions.getOrDefault(locale, List.of())));
            scene.bot();
        }
        if (scene.now().state() == ConversationState.QUEUED) {
            goesToPeople(scene, moments.one(in(locale, general)), staffed, moments);
            return;
        }
        scene.customerLeavesTheBot();
        rates(scene, 18, moments);
    }

    private void goesToPeople(Scene scene, Texts.Case matter, boolean staffed, Moments moments) {
        if (!staffed || moments.chance(4)) {
            scene.customerLeavesTheQueue();
            return;
        }
        scene.agentComes(moments.wait(24, 200));
        if (moments.chance(7)) {
            scene.agentPassesOn(matter.summary() == null ? "" : matter.summary());
        }
        scene.talk(matter.lines());
        var subject = matter.ticket();
        if (subject != null) {
            scene.agentOpensTicket(
                    subject, matter.description(), moments.one(List.of(TicketState.values())));
        }
        scene.agentCloses(matter, moments.chance(35));
        rates(scene, 56, moments);
    }

    private static void rates(Scene scene, int inHundred, Moments moments) {
        if (moments.chance(inHundred)) {
            var score = moments.score();
            var words = score > 3 ? PRAISE : COMPLAINTS;
            scene.customerRates(score, moments.chance(30) ? moments.one(words) : null);
        }
    }

    private static List<Texts.Case> in(String locale, List<Texts.Case> all) {
        return all.stream().filter(it -> it.locale().equals(locale)).toList();
    }
}
