package io.wenda.demo;

import io.wenda.conversation.Channel;
import io.wenda.conversation.SkillGroup;
import io.wenda.conversation.channel.Channels;
import io.wenda.conversation.routing.SkillGroups;
import io.wenda.tenant.Caller;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.EmailVerifications;
import io.wenda.tenant.company.Invitations;
import io.wenda.tenant.company.Joining;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.Members;
import io.wenda.tenant.company.SignUp;
import io.wenda.tenant.company.SignUps;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/** Makes the company, its people, groups and channel, as people do it: signs up, invites, joins. */
final class DemoCompany {
    static final String NAME = "Demo Tea Shop 示例茶铺";
    private static final String CARE = "客服 Customer care";
    private static final String AFTER_SALES = "售后 After-sales";
    private static final String GREETING =
            "您好，欢迎光临示例茶铺！想问什么都可以。 Welcome to the Demo Tea Shop! Ask me anything.";
    private static final PageRequest ALL = new PageRequest(null, 200, false);
    private static final int LEVEL = 3;
    private static final int CAPACITY = 6;

    private final SignUps signUps;
    private final EmailVerifications verifications;
    private final People people;
    private final Places places;
    private final ConfigurableApplicationContext application;

    /** How people come in. */
    record People(Invitations invitations, Joining joining, Members members) {}

    /** Where they serve. */
    record Places(SkillGroups groups, Channels channels) {}

    DemoCompany(ConfigurableApplicationContext application) {
        this.application = application;
        this.signUps = application.getBean(SignUps.class);
        this.verifications = application.getBean(EmailVerifications.class);
        this.people =
                new People(
                        application.getBean(Invitations.class),
                        application.getBean(Joining.class),
                        application.getBean(Members.class));
        this.places =
                new Places(
                        application.getBean(SkillGroups.class),
                        application.getBean(Channels.class));
    }

    /** The company with everybody in place; what is there already stays. */
    Stage make(DemoState state, List<String> origins) {
        try (var links = new MailedLinks(application)) {
            var tenant = company(state, links);
            return CurrentTenant.call(
                    tenant,
                    () -> {
                        var staff = staff(tenant, state, links);
                        return new Stage(tenant, staff, channel(staff, origins), afterSales(staff));
                    });
        }
    }

    /** The channel of a company that is its users' own by now: only the shop's page may be new. */
    Channel reopened(DemoState state, List<String> origins) {
        return CurrentTenant.call(
                known(state).orElseThrow(),
                () -> {
                    var channel = places.channels().page(ALL).items().getFirst();
                    var all = new LinkedHashSet<>(channel.allowedOrigins());
                    return all.addAll(origins)
                            ? places.channels()
                                    .update(
                                            channel.id(),
                                            new Channels.ChannelChange(
                                                    null, null, null, List.copyOf(all), null, null))
                            : channel;
                });
    }

    private static Optional<TenantId> known(DemoState state) {
        return state.get("company").map(UUID::fromString).map(TenantId::new);
    }

    private TenantId company(DemoState state, MailedLinks links) {
        var known = known(state);
        if (known.isPresent()) {
            return known.get();
        }
        // cut off between sign-up and here, an empty company is left that nobody has a key to
        state.newSignUp();
        var request =
                new SignUp(
                        NAME,
                        Person.LIN.shown(),
                        Person.LIN.address(),
                        state.password(Person.LIN),
                        "zh-CN",
                        "Asia/Shanghai");
        var tenant = signUps.signUp(request, state.signUpKey()).company().id();
        var verified = verifications.verify(links.tokenFor(Person.LIN).orElseThrow());
        if (verified.isEmpty()) {
            throw new IllegalStateException("the owner's address was not verified");
        }
        state.set("company", tenant.value().toString());
        return tenant;
    }

    private Map<Person, Caller.Member> staff(TenantId tenant, DemoState state, MailedLinks links) {
        var owner = present(callers(tenant), Person.LIN.address());
        for (var person : Person.values()) {
            state.once("join." + person.word(), () -> join(owner, person, state, links));
        }
        var all = callers(tenant);
        return List.of(Person.values()).stream()
                .collect(Collectors.toMap(Function.identity(), it -> present(all, it.address())));
    }

    private void join(Caller.Member owner, Person person, DemoState state, MailedLinks links) {
        if (callers(owner.tenant()).containsKey(person.address()) && person == Person.LIN) {
            return;
        }
        people.invitations().invite(owner, person.address(), person.shown(), person.roles());
        var token = links.tokenFor(person).orElseThrow();
        var joined = people.joining().accept(token, person.shown(), state.password(person));
        if (joined.isEmpty()) {
            throw new IllegalStateException(person.shown() + " could not join");
        }
    }

    private Map<String, Caller.Member> callers(TenantId tenant) {
        return people.members().page(ALL).items().stream()
                .collect(
                        Collectors.toMap(
                                Member::email,
                                it -> new Caller.Member(tenant, it.id(), it.roles())));
    }

    private Channel channel(Map<Person, Caller.Member> staff, List<String> origins) {
        var care = group(CARE, staff);
        var first = places.channels().page(ALL).items().getFirst();
        return places.channels()
                .update(
                        first.id(),
                        new Channels.ChannelChange(
                                "示例茶铺官网 Tea shop website",
                                true,
                                care.id(),
                                origins,
                                true,
                                GREETING));
    }

    private SkillGroup afterSales(Map<Person, Caller.Member> staff) {
        return group(AFTER_SALES, staff);
    }

    private SkillGroup group(String name, Map<Person, Caller.Member> staff) {
        var group =
                places.groups().page(ALL).items().stream()
                        .filter(it -> it.name().equals(name))
                        .findFirst()
                        .orElseGet(() -> places.groups().create(name));
        for (var agent : Stage.AGENTS) {
            places.groups().addMember(group.id(), present(staff, agent).id(), LEVEL, CAPACITY);
        }
        return group;
    }

    private static <K, V> V present(Map<K, V> from, K key) {
        return Objects.requireNonNull(from.get(key), key::toString);
    }
}
