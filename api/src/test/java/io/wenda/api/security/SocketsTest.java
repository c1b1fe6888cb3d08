package io.wenda.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import io.wenda.Colleague;
import io.wenda.Company;
import io.wenda.MailsWanted;
import io.wenda.RunningApplication;
import io.wenda.api.token.SignedTokens;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Role;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.Members;
import io.wenda.tenant.isolation.CurrentTenant;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestConstructor;

@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SocketsTest extends RunningApplication {
    private static final Duration HEARTBEATS = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final SignedTokens signedTokens;
    private final Members members;
    private final MailsWanted mails;

    SocketsTest(SignedTokens signedTokens, Members members, MailsWanted mails) {
        this.signedTokens = signedTokens;
        this.members = members;
        this.mails = mails;
    }

    @Test
    void aGoodTokenOpensTheSocketForItsHolder() {
        var company = OUTSIDE.newCompany("Acme");
        var socket = Socket.open(OUTSIDE, null);

        socket.init(company.token());
        await().atMost(SOON).until(socket::acknowledged);
        socket.send(
                """
                {"id":"1","type":"subscribe","payload":{"query":"{ company { id } }"}}\
                """);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(socket.messages()).anyMatch(it -> it.contains(company.id())));
        assertThat(socket.closed()).isNotDone();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"connection_init\"}",
                "{\"type\":\"connection_init\",\"payload\":{}}",
                "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":null}}",
                "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":7}}",
                "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Basic eDp5\"}}",
                "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer nonsense\"}}",
                "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{ company { id } }\"}}"
            })
    void withoutAGoodTokenTheSocketIsClosedWith4401(String first) {
        var socket = Socket.open(OUTSIDE, null);

        socket.send(first);

        assertThat(socket.closed()).succeedsWithin(SOON).isEqualTo(4401);
        assertThat(socket.messages()).isEmpty();
    }

    @Test
    void aPingIsAnsweredAndWhoHasNotSaidWhoSheIsHearsNothingElse() {
        var socket = Socket.open(OUTSIDE, null);
        await().during(HEARTBEATS).atMost(SOON).until(() -> socket.pongs() == 0);

        socket.send("{\"type\":\"ping\"}");

        await().atMost(SOON).until(() -> socket.pongs() == 1);
    }

    @Test
    void anIdleSocketHearsAHeartbeatFromTimeToTimeAndIsAskedNothing() {
        var company = OUTSIDE.newCompany("Acme");
        var socket = Socket.open(OUTSIDE, null);

        socket.init(company.token());

        await().atMost(SOON).until(() -> socket.pongs() >= 2);
        assertThat(socket.messages()).singleElement(STRING).contains("\"connection_ack\"");
        assertThat(socket.closed()).isNotDone();
    }

    @Test
    void theSocketIsClosedWith4401WhenItsTokenEnds() {
        var company = OUTSIDE.newCompany("Acme");
        var visitor = company.newVisitor(company.newChannel(false).path("publicKey").asString());
        var claims = signedTokens.verify(SignedTokens.Kind.VISITOR, visitor.token()).orElseThrow();
        var until = Instant.now().plusSeconds(4);
        var brief = signedTokens.sign(SignedTokens.Kind.VISITOR, claims.getClaims(), until);
        var socket = Socket.open(OUTSIDE, Company.PAGE);

        socket.init(brief);
        await().atMost(SOON).until(socket::acknowledged);

        assertThat(socket.closed()).succeedsWithin(SOON).isEqualTo(4401);
        // a JWT counts whole seconds
        assertThat(Instant.now()).isAfter(until.minusSeconds(1));
    }

    @Test
    void aVisitorsTokenOpensNoSocketFromAnotherOrigin() {
        var company = OUTSIDE.newCompany("Acme");
        var visitor = company.newVisitor(company.newChannel(false).path("publicKey").asString());
        var good = Socket.open(OUTSIDE, Company.PAGE);
        var foreign = Socket.open(OUTSIDE, "https://evil.example");
        var none = Socket.open(OUTSIDE, null);

        good.init(visitor.token());
        foreign.init(visitor.token());
        none.init(visitor.token());

        assertThat(foreign.closed()).succeedsWithin(SOON).isEqualTo(4401);
        assertThat(none.closed()).succeedsWithin(SOON).isEqualTo(4401);
        await().atMost(SOON).until(good::acknowledged);
        assertThat(good.closed()).isNotDone();
    }

    @Test
    void aRemovedMembersSocketIsClosedAtOnceAndNobodyElses() throws ParseException {
        var company = OUTSIDE.newCompany("Acme");
        var colleague = Colleague.join(company, mails, "AGENT");
        var claims = SignedJWT.parse(colleague.token()).getJWTClaimsSet();
        var tenant = new TenantId(UUID.fromString(claims.getStringClaim("company")));
        var id = new MemberId(UUID.fromString(claims.getSubject()));
        var hers = Socket.open(OUTSIDE, null);
        var owners = Socket.open(OUTSIDE, null);
        hers.init(colleague.token());
        owners.init(company.token());
        await().atMost(SOON).until(() -> hers.acknowledged() && owners.acknowledged());

        CurrentTenant.run(
                tenant,
                () -> members.remove(new Caller.Member(tenant, id, Set.of(Role.OWNER)), id));

        assertThat(hers.closed()).succeedsWithin(SOON).isEqualTo(4401);
        assertThat(owners.closed()).isNotDone();
    }
}
