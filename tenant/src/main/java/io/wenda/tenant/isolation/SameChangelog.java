package io.wenda.tenant.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Spares Liquibase its long look at the database where the changelog is, to the letter, the one
 * that this database was brought up to last. One node at a time looks: a lock of the session ends
 * with the process, where Liquibase's own outlives one that was killed, and its table has to be
 * made by somebody first.
 */
final class SameChangelog implements BeanPostProcessor {
    private static final String FILES = "classpath*:db/changelog/**/*.*";
    private static final String FOLDER = "db/changelog/";

    private static final Duration PAUSE = Duration.ofMillis(100);

    private @Nullable String ahead;
    private @Nullable Connection turn;

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof SpringLiquibase liquibase) {
            waitForTurn(liquibase.getDataSource());
            var digest = digest(liquibase.getChangeLog());
            var same = known(database(liquibase)).filter(digest::equals).isPresent();
            ahead = same ? null : digest;
            liquibase.setShouldRun(!same);
            if (same) {
                endTurn();
            }
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof SpringLiquibase liquibase && ahead != null) {
            remember(database(liquibase), ahead);
            endTurn();
        }
        return bean;
    }

    /**
     * Whoever is recorded as Liquibase's lock holder then is dead. It asks again and again instead
     * of waiting in one statement: an index that is made concurrently would wait for that to end.
     */
    private void waitForTurn(DataSource owners) {
        try {
            var connection = owners.getConnection();
            turn = connection;
            var owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            while (!isTurn(owner)) {
                Thread.sleep(PAUSE);
            }
            if (exists(owner, "databasechangeloglock")) {
                owner.sql("update databasechangeloglock set locked = false where locked").update();
            }
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("the changelog's turn", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another node was at its turn", e);
        }
    }

    private static boolean isTurn(JdbcClient owner) {
        return owner.sql("select pg_try_advisory_lock(hashtext('changelog'))")
                .query(Boolean.class)
                .single();
    }

    private void endTurn() {
        JdbcUtils.closeConnection(turn);
        turn = null;
    }

    private static JdbcClient database(SpringLiquibase liquibase) {
        DataSource owners = liquibase.getDataSource();
        return JdbcClient.create(owners);
    }

    private static Optional<String> known(JdbcClient owner) {
        return exists(owner, "changelog_digest")
                ? owner.sql("select digest from changelog_digest").query(String.class).optional()
                : Optional.empty();
    }

    private static boolean exists(JdbcClient owner, String table) {
        return owner.sql("select to_regclass('public.' || ?) is not null")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    private static void remember(JdbcClient owner, String digest) {
        owner.sql(
                        """
                        create table if not exists changelog_digest (
                          only_row boolean primary key default true check (only_row),
                          digest text not null)
                        """)
                .update();
        owner.sql(
                        """
                        insert into changelog_digest (digest) values (?)
                        on conflict (only_row) do update set digest = excluded.digest
                        """)
                .param(digest)
                .update();
    }

    private static String digest(String root) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(root.getBytes(StandardCharsets.UTF_8));
            for (var file : files()) {
                sha.update(place(file).getBytes(StandardCharsets.UTF_8));
                sha.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Resource[] files() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources(FILES);
        Arrays.sort(files, Comparator.comparing(SameChangelog::place));
        return files;
    }

    /** Whatever jar it is in. */
    private static String place(Resource file) {
        try {
            var address = file.getURL().toString();
            return address.substring(address.lastIndexOf(FOLDER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
