package io.wenda.tenant.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.TenantTests;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@NullUnmarked
@SpringBootTest(classes = TenantTests.class)
class AfterCommitTest {
    private final TenantId company = new TenantId(NewId.next());
    private final List<String> done = new ArrayList<>();

    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    @Test
    void bothAreDoneAfterACommit() {
        inTransaction(() -> {});

        assertThat(done).containsExactlyInAnyOrder("committed", "it may last");
    }

    @Test
    void neitherIsDoneAfterARollback() {
        assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("select 1 / 0").query().listOfRows()))
                .isInstanceOf(DataAccessException.class);

        assertThat(done).isEmpty();
    }

    @Test
    void whereTheConnectionBreaksAtTheCommitItMayHaveCommitted() {
        assertThatThrownBy(() -> inTransaction(this::cut)).isInstanceOf(DataAccessException.class);

        assertThat(done).containsExactly("it may last");
    }

    private void inTransaction(Runnable work) {
        CurrentTenant.run(
                company,
                () ->
                        transactions.executeWithoutResult(_ -> {
                            AfterCommit.run(() -> done.add("committed"));
                            AfterCommit.runWhereItMayLast(() -> done.add("it may last"));
                            work.run();
                        }));
    }

    /** Another ends this transaction's connection, which learns it at its next word. */
    private void cut() {
        var mine = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
        var end = jdbc.sql("select pg_terminate_backend(:pid, 5000)").param("pid", mine);
        CompletableFuture.runAsync(() ->
                        CurrentTenant.run(
                                company,
                                () ->
                                        transactions.executeWithoutResult(
                                                _ -> end.query(Boolean.class).single())))
                .join();
    }
}
