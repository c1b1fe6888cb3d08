package io.wenda.api.limit;

import static io.wenda.MadeUpCallers.member;
import static io.wenda.MadeUpCallers.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.bucket4j.TimeMeter;
import io.wenda.RunningApplication;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.InstallationKey;
import io.wenda.tenant.isolation.SystemDatabase;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.TestConstructor;
import org.threeten.extra.MutableClock;

@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class LimitsTest extends RunningApplication {
    private static final LimitSettings DEFAULTS =
            new LimitSettings(
                    30,
                    10,
                    120,
                    60,
                    200,
                    20,
                    20_000,
                    2_000,
                    40,
                    1,
                    20,
                    2,
                    5,
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(5),
                    List.of("10.0.0.1", "172.16.0.0/16", "2001:db8:9::/48"));

    private final MutableClock clock =
            MutableClock.of(
                    Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).plusNanos(600),
                    ZoneOffset.UTC);
    private final ClientAddress addresses = new ClientAddress(DEFAULTS);
    private final Limits limits;
    private final Limits limitsElsewhere;
    private final Limits limitsAsTimePasses;
    private final WrongPasswords passwords;
    private final WrongPasswords passwordsElsewhere;

    /** Two nodes on one database. */
    LimitsTest(SystemDatabase system, InstallationKey installation, TimeMeter timeOfThisNode) {
        var shared = new SharedBuckets(system, installation, clock);
        var time = new ClockMeter(clock);
        limits = new Limits(DEFAULTS, shared, time);
        limitsElsewhere =
                new Limits(DEFAULTS, new SharedBuckets(system, installation, clock), time);
        limitsAsTimePasses = new Limits(DEFAULTS, shared, timeOfThisNode);
        passwords = new WrongPasswords(DEFAULTS, system, installation, clock);
        passwordsElsewhere = new WrongPasswords(DEFAULTS, system, installation, clock);
    }

    @Test
    void twentySignsOfTypingAtOnceThenTwoASecondForEachCaller() {
        var tenant = company();
        var agent = member(tenant);
        var other = member(tenant);
        for (var i = 0; i < 20; i++) {
            limits.typing(agent);
        }
        refused(() -> limits.typing(agent), Duration.ofMillis(500));
        limits.typing(other);

        clock.add(Duration.ofMillis(500));
        limits.typing(agent);
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyFromHerNextToken() {
        var agent = member(company());
        assertThatThrownBy(
                        () -> {
                            while (true) {
                                limitsAsTimePasses.typing(agent);
                            }
                        })
                .isInstanceOf(Refusal.LimitReached.class);

        clock.add(Duration.ofMinutes(-10));

        await().ignoreException(Refusal.LimitReached.class)
                .untilAsserted(() -> limitsAsTimePasses.typing(agent));
    }

    @Test
    void tenSignUpsAtOnceThenOneEveryTwoMinutesForEachAddressAtAllNodes() {
        for (var i = 0; i < 5; i++) {
            limits.signUp("192.0.2.1");
            limitsElsewhere.signUp("192.0.2.1");
        }
        refused(() -> limitsElsewhere.signUp("192.0.2.1"), Duration.ofMinutes(2));
        refused(() -> limits.signUp("192.0.2.1"), Duration.ofMinutes(2));
        limits.signUp("192.0.2.2");

        clock.add(Duration.ofMinutes(2));
        limits.signUp("192.0.2.1");
        refused(() -> limits.signUp("192.0.2.1"), Duration.ofMinutes(2));
    }

    @Test
    void aHundredAndTwentySignInsAMinuteOfEachAddress() {
        for (var i = 0; i < 120; i++) {
            limits.signIn("192.0.2.1");
        }
        refused(() -> limits.signIn("192.0.2.1"), Duration.ofMillis(500));
        limits.signIn("192.0.2.2");
        limits.session("192.0.2.1");

        clock.add(Duration.ofMillis(500));
        limits.signIn("192.0.2.1");
    }

    @Test
    void aVisitorsTwoHundredOperationsAtOnceThenTwentyASecond() {
        var visitor = visitor(company());
        for (var i = 0; i < 200; i++) {
            limits.operation(visitor);
        }
        refused(() -> limits.operation(visitor), Duration.ofMillis(50));
        limits.operation(visitor(visitor.tenant()));
        limits.operation(member(visitor.tenant()));
        limits.operation("192.0.2.1");

        clock.add(Duration.ofSeconds(1));
        for (var i = 0; i < 20; i++) {
            limits.operation(visitor);
        }
        refused(() -> limits.operation(visitor), Duration.ofMillis(50));
    }

    @Test
    void anAddressHasAsManyOperationsWithoutATokenAsAVisitor() {
        for (var i = 0; i < 200; i++) {
            limits.operation("192.0.2.1");
        }
        refused(() -> limits.operation("192.0.2.1"), Duration.ofMillis(50));
        limits.operation("192.0.2.2");
    }

    @Test
    void aCompanysTwentyThousandOperationsAtOnceThenTwoThousandASecondAndNoOtherCompanys() {
        var company = company();
        for (var i = 0; i < 20_000; i++) {
            limits.operation(member(company));
        }
        refused(() -> limits.operation(member(company)), Duration.ZERO);
        limits.operation(member(company()));

        clock.add(Duration.ofMillis(10));
        for (var i = 0; i < 20; i++) {
            limits.operation(member(company));
        }
        refused(() -> limits.operation(member(company)), Duration.ZERO);
    }

    @Test
    void allItsVisitorsTogetherHaveAsManyAndTakeNoneOfTheCompanysOwn() {
        var company = company();
        for (var i = 0; i < 20_000; i++) {
            limits.operation(visitor(company));
        }
        refused(() -> limits.operation(visitor(company)), Duration.ZERO);
        limits.operation(visitor(company()));

        for (var i = 0; i < 20_000; i++) {
            limits.operation(member(company));
        }
        refused(() -> limits.operation(member(company)), Duration.ZERO);
    }

    @Test
    void whatAVisitorIsRefusedIsNotTakenFromOthers() {
        var visitor = visitor(company());
        for (var i = 0; i < 200; i++) {
            limits.operation(visitor);
        }
        for (var i = 0; i < 1_000; i++) {
            refused(() -> limits.operation(visitor), Duration.ofMillis(50));
        }

        for (var i = 0; i < 20_000 - 200; i++) {
            limits.operation(visitor(visitor.tenant()));
        }
        refused(() -> limits.operation(visitor(visitor.tenant())), Duration.ZERO);
    }

    @Test
    void sixtySessionsAMinute() {
        for (var i = 0; i < 60; i++) {
            limits.session("192.0.2.1");
        }
        refused(() -> limits.session("192.0.2.1"), Duration.ofSeconds(1));
    }

    @Test
    void aVisitorsFortyMessagesAtOnceThenOneASecond() {
        var visitor = visitor(company());
        for (var i = 0; i < 40; i++) {
            limits.visitorMessage(visitor);
        }
        refused(() -> limits.visitorMessage(visitor), Duration.ofSeconds(1));
        limits.visitorMessage(visitor(company()));

        clock.add(Duration.ofSeconds(3));
        for (var i = 0; i < 3; i++) {
            limits.visitorMessage(visitor);
        }
        refused(() -> limits.visitorMessage(visitor), Duration.ofSeconds(1));
    }

    @Test
    void theDelayGrowsWithEachWrongPasswordUpToItsEnd() {
        for (var i = 0; i < 5; i++) {
            passwords.beforeTry("anna@shop.example");
        }
        for (var seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            refused(() -> passwords.beforeTry(" Anna@shop.example"), Duration.ofSeconds(seconds));
            refused(
                    () -> passwordsElsewhere.beforeTry("anna@shop.example"),
                    Duration.ofSeconds(seconds));
            clock.add(Duration.ofSeconds(seconds));
            passwords.beforeTry("anna@shop.example");
        }
        passwords.beforeTry("bo@shop.example");
        passwords.right("anna@shop.example");
        assertThatCode(() -> passwordsElsewhere.beforeTry("anna@shop.example"))
                .doesNotThrowAnyException();
    }

    @Test
    void onlyATrustedProxySaysWhoseRequestItIs() {
        assertThat(address("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(address("192.0.2.1", "203.0.113.7")).isEqualTo("192.0.2.1");
        assertThat(address("10.0.0.1", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(address("10.0.0.1", "1.2.3.4, 203.0.113.7, 10.0.0.1")).isEqualTo("203.0.113.7");
        assertThat(address("10.0.0.1", "nonsense")).isEqualTo("unknown");
    }

    @Test
    void aLineThatTheSenderMadeUpIsNotBelievedBesideTheProxysOwn() {
        assertThat(address("10.0.0.1", "1.2.3.4", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(address("10.0.0.1", "1.2.3.4, 5.6.7.8", "203.0.113.7, 172.16.0.3", "10.0.0.1"))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void aWholeNetworkOfProxiesMayBeTrusted() {
        assertThat(address("172.16.9.1", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(address("172.17.0.1", "203.0.113.7")).isEqualTo("172.17.0.1");
        assertThat(address("2001:db8:9:1::2", "203.0.113.7, 172.16.0.3")).isEqualTo("203.0.113.7");
    }

    @Test
    void aWholeIpv6NetworkIsOneAddress() {
        assertThat(address("2001:db8:1:2::3"))
                .isEqualTo(address("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(address("2001:db8:1:3::3"));
        assertThat(address("::1")).isEqualTo("::1");
    }

    private String address(String remote, String... lines) {
        var headers = new HttpHeaders();
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        for (var line : lines) {
            headers.add("X-Forwarded-For", line);
            request.addHeader("X-Forwarded-For", line);
        }
        var sender = new InetSocketAddress(InetAddress.ofLiteral(remote), 1);
        assertThat(addresses.of(request)).isEqualTo(addresses.of(sender, headers));
        return addresses.of(request);
    }

    private static TenantId company() {
        return new TenantId(NewId.next());
    }

    private static void refused(Runnable work, Duration retryAfter) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.LimitReached.class,
                        refusal ->
                                assertThat(refusal.retryAfter().toSeconds())
                                        .isEqualTo(retryAfter.toSeconds()));
    }
}
