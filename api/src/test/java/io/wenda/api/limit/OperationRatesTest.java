package io.wenda.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.MadeUpCallers;
import io.wenda.Outside;
import io.wenda.RunningApplication;
import io.wenda.api.scalar.PublicIds;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.VisitorId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestConstructor;

/** Who has used up her operations is refused, whatever she asks; nobody else is. */
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class OperationRatesTest extends RunningApplication {
    private static final String WHO = "{ viewer { __typename } }";
    private static final List<String> REFUSED = List.of("RATE_LIMITED");

    private final Limits limits;
    private final PublicIds ids;

    OperationRatesTest(Limits limits, PublicIds ids) {
        this.limits = limits;
        this.ids = ids;
    }

    @Test
    void aVisitorsFloodIsRefusedAndOtherVisitorsAreNot() {
        var company = OUTSIDE.newCompany("Acme");
        var channel = company.newChannel(false).path("publicKey").asString();
        var visitor = company.newVisitor(channel);
        var other = company.newVisitor(channel);
        var flood =
                new Caller.Visitor(
                        ids.as(TenantId.class, company.id()),
                        ids.as(VisitorId.class, visitor.id()),
                        new ChannelId(NewId.next()),
                        new ContactId(NewId.next()),
                        false);

        var refusal = refusal(() -> flood, () -> visitor.ask(WHO, Map.of()));

        assertThat(refusal.body().at("/errors/0/extensions/retryAfterSeconds").asInt())
                .isEqualTo(1);
        assertThat(refusal.status()).isEqualTo(429);
        assertThat(other.ask(WHO, Map.of()).codes()).isEmpty();
        assertThat(company.ask(WHO).codes()).isEmpty();
    }

    @Test
    void aCompanysFloodIsRefusedAndItsVisitorsAndOtherCompaniesAreNot() {
        var company = OUTSIDE.newCompany("Acme");
        var visitor = company.newVisitor(company.newChannel(false).path("publicKey").asString());
        var other = OUTSIDE.newCompany("Bolt");
        var flood =
                new Caller.Member(
                        ids.as(TenantId.class, company.id()),
                        ids.as(MemberId.class, company.owner()),
                        Set.of(Role.OWNER));

        var refusal = refusal(() -> flood, () -> company.ask(WHO));

        assertThat(refusal.body().at("/errors/0/message").asString())
                .isEqualTo("too many operations of this company: try again later");
        assertThat(visitor.ask(WHO, Map.of()).codes()).isEmpty();
        assertThat(other.ask(WHO).codes()).isEmpty();
        assertThat(OUTSIDE.ask(null, WHO, Map.of()).codes()).isNotEqualTo(REFUSED);
    }

    @Test
    void aFloodOfManyVisitorsIsRefusedAndTheirCompanyWorksOn() {
        var company = OUTSIDE.newCompany("Acme");
        var visitor = company.newVisitor(company.newChannel(false).path("publicKey").asString());
        var other = OUTSIDE.newCompany("Bolt");
        var visitorOfOther = other.newVisitor(other.newChannel(false).path("publicKey").asString());
        var tenant = ids.as(TenantId.class, company.id());

        var refusal =
                refusal(() -> MadeUpCallers.visitor(tenant), () -> visitor.ask(WHO, Map.of()));

        assertThat(refusal.body().at("/errors/0/message").asString())
                .isEqualTo("too many operations of this company's visitors: try again later");
        assertThat(company.ask(WHO).codes()).isEmpty();
        assertThat(visitorOfOther.ask(WHO, Map.of()).codes()).isEmpty();
    }

    /** An answer while nothing is left; a token may come between the flood and the question. */
    private Outside.Answer refusal(Supplier<Caller> flood, Supplier<Outside.Answer> question) {
        var last = new AtomicReference<Outside.Answer>();
        await().until(() -> {
            useUp(flood);
            last.set(question.get());
            return last.get().codes().equals(REFUSED);
        });
        return last.get();
    }

    private void useUp(Supplier<Caller> flood) {
        try {
            while (true) {
                limits.operation(flood.get());
            }
        } catch (Refusal.LimitReached _) {
            // nothing is left
        }
    }
}
