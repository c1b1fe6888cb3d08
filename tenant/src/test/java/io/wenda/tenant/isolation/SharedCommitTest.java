package io.wenda.tenant.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.TenantTests;
import io.wenda.tenant.company.SignUp;
import io.wenda.tenant.company.SignUps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Several companies behind one commit, each behind its own wall. */
@NullUnmarked
@SpringBootTest(classes = TenantTests.class)
class SharedCommitTest {
    @Autowired SharedCommit commit;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;
    @Autowired SignUps signUps;

    private TenantId one;
    private TenantId other;

    @BeforeEach
    void twoCompanies() {
        one = company();
        other = company();
    }

    private TenantId company() {
        var name = NewId.next().toString();
        var wanted =
                new SignUp(
                        "Shop " + name,
                        "Owner",
                        name + "@shop.example",
                        "Correct-horse-" + name,
                        "en",
                        "UTC");
        return signUps.signUp(wanted).company().id();
    }

    @Test
    void eachPartSeesItsOwnCompanyAlone() {
        var seen = new ArrayList<String>();

        commit.of(parts(() -> seen.addAll(members()), () -> seen.addAll(members())));

        assertThat(seen).containsExactly(one.value().toString(), other.value().toString());
    }

    @Test
    void whatAPartDoesIsThereAfterTheCommitAndInItsCompanyAlone() {
        commit.of(parts(() -> rename("One"), () -> rename("Other")));

        assertThat(CurrentTenant.call(one, this::names)).containsExactly("One");
        assertThat(CurrentTenant.call(other, this::names)).containsExactly("Other");
    }

    @Test
    void aPartThatFailsTakesAllWithIt() {
        assertThatThrownBy(() ->
                        commit.of(
                                parts(
                                        () -> rename("One"),
                                        () -> jdbc.sql("select 1 / 0").query().listOfRows())))
                .isInstanceOf(DataAccessException.class);

        assertThat(CurrentTenant.call(one, this::names)).doesNotContain("One");
    }

    @Test
    void afterTheCommitThereIsNoCompany() {
        var bound = new ArrayList<Optional<TenantId>>();

        commit.of(
                parts(
                        () ->
                                TransactionSynchronizationManager.registerSynchronization(
                                        new TransactionSynchronization() {
                                            @Override
                                            public void afterCommit() {
                                                bound.add(CurrentTenant.find());
                                            }
                                        }),
                        () -> {}));

        assertThat(bound).containsExactly(Optional.empty());
    }

    @Test
    void workOfACompanySharesNothing() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> CurrentTenant.run(one, () -> commit.of(parts(() -> {}, () -> {}))));
    }

    @Test
    void withoutASharedCommitATransactionStillNeedsItsCompany() {
        commit.of(parts(() -> {}, () -> {}));

        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.executeWithoutResult(_ -> {}));
    }

    private SequencedMap<TenantId, Runnable> parts(Runnable ofOne, Runnable ofOther) {
        var parts = new LinkedHashMap<TenantId, Runnable>();
        parts.put(one, ofOne);
        parts.put(other, ofOther);
        return parts;
    }

    private List<String> members() {
        return jdbc.sql("select distinct tenant_id::text from member").query(String.class).list();
    }

    private void rename(String name) {
        jdbc.sql("update member set name = :name").param("name", name).update();
    }

    private List<String> names() {
        return transactions.execute(
                _ -> jdbc.sql("select name from member").query(String.class).list());
    }
}
