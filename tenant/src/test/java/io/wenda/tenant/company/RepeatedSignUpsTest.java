package io.wenda.tenant.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.testing.ShiftingClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

/** A sign-up sent again under its key makes no second company. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class RepeatedSignUpsTest {
    private final SignUps signUps;
    private final Companies companies;
    private final Mailbox mailbox;
    private final ShiftingClock clock;

    RepeatedSignUpsTest(
            SignUps signUps, Companies companies, Mailbox mailbox, ShiftingClock clock) {
        this.signUps = signUps;
        this.companies = companies;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Test
    void aRepeatIsTheSameCompanyAsItIsNow() {
        var key = UUID.randomUUID().toString();
        var wanted = NewCompany.wanted(NewCompany.address());
        var first = signUps.signUp(wanted, key);
        NewCompany.in(
                first,
                () ->
                        companies.update(
                                NewCompany.owner(first),
                                new CompanyChange("Renamed", null, null, null)));

        var again = signUps.signUp(wanted, key);

        assertThat(again.company().id()).isEqualTo(first.company().id());
        assertThat(again.company().name()).isEqualTo("Renamed");
        assertThat(again.owner()).isEqualTo(first.owner());
        assertThat(mailbox.to(wanted.email())).hasSize(1);
    }

    @Test
    void anotherInputUnderTheSameKeyIsAnotherSignUp() {
        var key = UUID.randomUUID().toString();
        var email = NewCompany.address();
        var first = signUps.signUp(NewCompany.wanted(email), key);

        var otherAddress = signUps.signUp(NewCompany.wanted(NewCompany.address()), key);
        var otherPassword =
                signUps.signUp(
                        new SignUp(
                                "Acme 问达",
                                "Anna",
                                email,
                                "another-horse-with-wings-7",
                                "zh-CN",
                                "Asia/Shanghai"),
                        key);

        assertThat(List.of(otherAddress, otherPassword))
                .extracting(made -> made.company().id())
                .doesNotContain(first.company().id())
                .doesNotHaveDuplicates();
        assertThat(signUps.signUp(NewCompany.wanted(email), key).company().id())
                .isEqualTo(first.company().id());
    }

    @Test
    void aRepeatAfterADayIsAnotherSignUp() {
        var key = UUID.randomUUID().toString();
        var wanted = NewCompany.wanted(NewCompany.address());
        var first = signUps.signUp(wanted, key);

        clock.later(
                Duration.ofHours(25),
                () ->
                        assertThat(signUps.signUp(wanted, key).company().id())
                                .isNotEqualTo(first.company().id()));
    }

    @Test
    void twoAtOnceUnderOneKeyAreOneCompany() throws Exception {
        var key = UUID.randomUUID().toString();
        var wanted = NewCompany.wanted(NewCompany.address());
        Callable<SignedUp> signUp = () -> signUps.signUp(wanted, key);

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = both.invokeAll(List.of(signUp, signUp, signUp));

            assertThat(made.get(1).get().company()).isEqualTo(made.get(0).get().company());
            assertThat(made.get(2).get().company()).isEqualTo(made.get(0).get().company());
        }
        assertThat(mailbox.to(wanted.email())).hasSize(1);
    }
}
