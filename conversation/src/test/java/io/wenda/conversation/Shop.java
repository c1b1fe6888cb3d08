package io.wenda.conversation;

import io.wenda.conversation.channel.Channels;
import io.wenda.conversation.contact.Visitors;
import io.wenda.conversation.routing.SkillGroups;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.ProgramId;
import io.wenda.tenant.Role;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.Members;
import io.wenda.tenant.company.SignUp;
import io.wenda.tenant.company.SignUps;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A company of its own for each test, with its people and its customers. */
public record Shop(TenantId tenant, Caller.Member owner, SkillGroupId general, Opened with) {

    /** Opens shops. */
    @Component
    public record Opened(
            SignUps signUps,
            SkillGroups groups,
            Channels channels,
            Visitors visitors,
            Members members,
            JdbcClient jdbc,
            TransactionTemplate transactions) {

        /** A new company as sign-up makes it. */
        public Shop open() {
            var name = NewId.next().toString();
            var signedUp =
                    signUps.signUp(
                            new SignUp(
                                    "Shop " + name,
                                    "Owner",
                                    name + "@example.com",
                                    "Correct-horse-" + name,
                                    "en",
                                    "UTC"));
            var tenant = signedUp.company().id();
            var owner = new Caller.Member(tenant, signedUp.owner().id(), Set.of(Role.OWNER));
            var general = CurrentTenant.call(tenant, () -> groups.general().id());
            return new Shop(tenant, owner, general, this);
        }
    }

    /** Does the work in this company. */
    public <T> T in(Supplier<T> work) {
        return CurrentTenant.call(tenant, work);
    }

    /** Does the work in this company. */
    public void run(Runnable work) {
        CurrentTenant.run(tenant, work);
    }

    /** Its first channel, with the bot and General. */
    public ChannelId website() {
        return in(
                () -> with.channels.page(new PageRequest(null, 1, false)).items().getFirst().id());
    }

    /** Another web channel of the group. */
    public ChannelId channel(SkillGroupId group, boolean bot) {
        return in(() ->
                with.channels
                        .create(
                                new Channels.NewChannel(
                                        ChannelType.WEB, "Shop", group, null, bot, null))
                        .id());
    }

    /** A new group without members. */
    public SkillGroupId group() {
        return in(() -> with.groups.create("Group " + NewId.next()).id());
    }

    /** A new member with that role. */
    public Caller.Member member(Role role) {
        var id = new MemberId(NewId.next());
        run(() ->
                with.transactions.executeWithoutResult(_ ->
                        with.jdbc
                                .sql(
                                        """
                                        insert into member (tenant_id, id, name, email, email_key,
                                          roles, state, created_at)
                                        values (current_setting('wenda.tenant_id')::uuid, :id,
                                          'Member', :email, :email, array[:role], 'ACTIVE', now())
                                        """)
                                .param("id", id.value())
                                .param("email", id.value() + "@example.com")
                                .param("role", role.name())
                                .update()));
        return new Caller.Member(tenant, id, Set.of(role));
    }

    /** A new agent in the group. */
    public Caller.Member agent(SkillGroupId group, int capacity) {
        var agent = member(Role.AGENT);
        run(() -> with.groups.addMember(group, agent.id(), 1, capacity));
        return agent;
    }

    /** A program with that role. */
    public Caller.Program program(Role role) {
        return new Caller.Program(tenant, new ProgramId(NewId.next()), Set.of(role));
    }

    /** A new visitor of the channel. */
    public Caller.Visitor visitor(ChannelId channel) {
        return visitor(channel, "en");
    }

    /** A new visitor of the channel, with her language. */
    public Caller.Visitor visitor(ChannelId channel, String locale) {
        var visitor = in(() -> with.visitors.startAnonymous(channel, locale).visitor());
        return new Caller.Visitor(tenant, visitor.id(), channel, visitor.contact(), false);
    }
}
