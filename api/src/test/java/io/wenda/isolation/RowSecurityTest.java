package io.wenda.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.Company;
import io.wenda.RunningApplication;
import io.wenda.api.scalar.PublicIds;
import io.wenda.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The second wall: what PostgreSQL itself refuses, read from its own catalogue. */
class RowSecurityTest extends RunningApplication {
    /** Every table, and every partition of one, that holds what is a company's. */
    private static final String HELD =
            """
            select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relispartition, c.relacl, c.relowner
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
            """;

    private static final String OURS = "n.nspname <> 'information_schema' and n.nspname !~ '^pg_'";

    /** One row is asked before a company is known; facts on their way are read across companies. */
    private static final List<String> KEYED_OTHERWISE = List.of("directory_pkey", "outbox_order");

    private final Roles roles;
    private final PublicIds ids;

    @Autowired
    RowSecurityTest(Environment environment, PublicIds ids) {
        this.roles = new Roles(environment);
        this.ids = ids;
    }

    /** As the application does every day, but further: what holds must hold for these as well. */
    @BeforeEach
    void partitionsOfAMonth() {
        roles.system().sql("select make_outbox_partitions(30)").query(Integer.class).single();
    }

    @Test
    void everyTableAndPartitionOfACompanyIsUnderForcedRowSecurity() {
        assertThat(names("select relname from (" + HELD + ") t"))
                .contains("channel", "message", "mail", "usage_line", "outbox", "directory");
        assertThat(names("select relname from (" + HELD + ") t where relispartition"))
                .hasSizeGreaterThanOrEqualTo(31);
        assertThat(
                        names(
                                "select relname from ("
                                        + HELD
                                        + ") t where not (relrowsecurity and relforcerowsecurity)"))
                .isEmpty();
    }

    @Test
    void theRolesOfTheApplicationOwnNothingAndStandAboveNoPolicy() {
        assertThat(
                        names(
                                """
                                select rolname from pg_roles
                                where rolname in ('wenda_app', 'wenda_system')
                                  and not rolsuper and not rolbypassrls and not rolcreaterole and not rolcreatedb
                                """))
                .containsExactlyInAnyOrder("wenda_app", "wenda_system");
        assertThat(
                        names(
                                """
                                select d.classid::regclass || ' ' || d.objid from pg_shdepend d
                                where d.deptype = 'o' and d.refclassid = 'pg_authid'::regclass
                                  and d.refobjid in ('wenda_app'::regrole, 'wenda_system'::regrole)
                                """))
                .isEmpty();
        assertThat(
                        names(
                                """
                                select roleid::regrole::text from pg_auth_members
                                where member in ('wenda_app'::regrole, 'wenda_system'::regrole)
                                """))
                .isEmpty();
    }

    @Test
    void nothingIsGrantedToEverybody() {
        assertThat(
                        names(
                                "select c.relname || ' ' || g.privilege_type from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g where g.grantee = 0 and "
                                        + OURS))
                .isEmpty();
        assertThat(
                        names(
                                "select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee = 0 and "
                                        + OURS))
                .isEmpty();
        assertThat(
                        names(
                                """
                                select r from unnest(array['wenda_app', 'wenda_system']) r
                                where has_schema_privilege(r, 'public', 'CREATE')
                                """))
                .isEmpty();
    }

    @Test
    void nobodyButTheOwnerHasAnythingOnAPartition() {
        assertThat(
                        names(
                                "select t.relname || ' ' || g.grantee::regrole from ("
                                        + HELD
                                        + ") t, aclexplode(t.relacl) g where t.relispartition and g.grantee <> t.relowner"))
                .isEmpty();
    }

    @Test
    void theCompanyLeadsEveryKeyAndIndex() {
        var otherwise =
                names(
                        """
                        select i.indexrelid::regclass::text
                        from pg_index i join (%s) t on t.oid = i.indrelid and not t.relispartition
                        join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
                        where a.attname <> 'tenant_id'
                        """
                                .formatted(HELD));
        var keyless =
                names(
                        "select relname from ("
                                + HELD
                                + ") t where not relispartition and not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)");

        assertThat(otherwise).containsExactlyInAnyOrderElementsOf(KEYED_OTHERWISE);
        assertThat(keyless).containsExactly("outbox");
    }

    @Test
    void everyPolicyOfRequestsComparesWithTheTenantAndKnowsNoMissingOne() {
        var other =
                names(
                        """
                        select tablename || '.' || policyname from pg_policies
                        where (roles && '{wenda_app,public}')
                          and (coalesce(qual, with_check) <> :tenant or coalesce(with_check, qual) <> :tenant)
                        """
                                .replace(
                                        ":tenant",
                                        "'(tenant_id = ( SELECT (current_setting(''wenda.tenant_id''::text))::uuid AS current_setting))'"));

        assertThat(other).isEmpty();
        assertThat(names("select tablename from pg_policies where roles && '{wenda_app}'"))
                .contains("channel", "outbox", "idempotency")
                .hasSizeGreaterThan(25);
    }

    @Test
    void readingWithoutACompanyIsAnError() {
        var readable =
                names(
                        "select relname from ("
                                + HELD
                                + ") t where has_table_privilege('wenda_app', t.oid, 'SELECT')");

        assertThat(readable).contains("channel", "message").hasSizeGreaterThan(25);
        assertThat(readable)
                .allSatisfy(table ->
                        assertThatThrownBy(() -> byIndex("select count(*) from " + table))
                                .rootCause()
                                .hasMessageContaining("wenda.tenant_id"));
    }

    @Test
    void whereThePolicyHasAHoleTheSameSqlSeesAnotherCompany() {
        var ours = OUTSIDE.newCompany("Ours");
        var theirs = OUTSIDE.newCompany("Theirs");
        var foreign = "select count(*) from channel where tenant_id = '" + uuid(theirs) + "'";
        var owner = roles.owner();

        assertThat(count(uuid(theirs), foreign)).isEqualTo(1);
        assertThat(count(uuid(ours), foreign)).isZero();
        owner.sql("create policy hole on channel to wenda_app using (true)").update();
        try {
            assertThat(count(uuid(ours), foreign)).isEqualTo(1);
        } finally {
            owner.sql("drop policy hole on channel").update();
        }
        assertThat(count(uuid(ours), foreign)).isZero();
    }

    private UUID uuid(Company company) {
        return ids.as(TenantId.class, company.id()).value();
    }

    private int count(@Nullable UUID tenant, String sql) {
        return roles.app(tenant, jdbc -> jdbc.sql(sql).query(Integer.class).single());
    }

    /** Without a company. A table that was empty when it was analysed may be read as a whole. */
    private int byIndex(String sql) {
        return roles.app(
                null,
                jdbc -> {
                    jdbc.sql("set local enable_seqscan = off").update();
                    return jdbc.sql(sql).query(Integer.class).single();
                });
    }

    private List<String> names(String sql) {
        return roles.owner().sql(sql).query((row, _) -> row.getString(1)).list();
    }
}
