package io.wenda.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.tenant.isolation.SystemDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ConversationTests.class)
class TablesTest {
    @Autowired SystemDatabase system;

    @Test
    void everyTableIsBehindTheWall() {
        assertThat(
                        names(
                                """
                                select c.relname from pg_class c
                                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                                  and exists (select from pg_attribute a
                                    where a.attrelid = c.oid and a.attname = 'tenant_id')
                                  and not (c.relrowsecurity and c.relforcerowsecurity)
                                """))
                .isEmpty();
    }

    @Test
    void everyKeyAndIndexBeginsWithTheTenant() {
        assertThat(
                        names(
                                """
                                select i.indexrelid::regclass::text from pg_index i
                                  join pg_class c on c.oid = i.indrelid
                                  join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                                where c.relnamespace = 'public'::regnamespace
                                  and c.relname = any ('{skill_group,skill_group_member,agent_load,channel,
                                    contact,visitor,conversation,message,bot_turn,handover,
                                    routing_decision,visitor_presence,ticket_counter,ticket,ticket_move,conversation_ended,
                                    bot_profile,bot_webhook,answer_citation}')
                                  and a.attname <> 'tenant_id'
                                """))
                .isEmpty();
    }

    @Test
    void theSystemRoleReadsNoContent() {
        assertThat(
                        names(
                                """
                                select t.name from unnest('{message,contact,visitor,ticket,ticket_move,
                                    handover,bot_turn,channel,skill_group,bot_profile,bot_webhook,
                                    answer_citation}'::text[]) as t (name)
                                where has_any_column_privilege('wenda_system', t.name, 'select')
                                """))
                .isEmpty();
        assertThat(
                        names(
                                """
                                select a.attname from pg_attribute a
                                where a.attrelid = 'conversation'::regclass and a.attnum > 0
                                  and has_column_privilege('wenda_system', a.attrelid, a.attnum, 'select')
                                order by a.attname
                                """))
                .containsExactly(
                        "assignee_id",
                        "bot_seq",
                        "id",
                        "last_contact_seq",
                        "last_message_at",
                        "state",
                        "state_since",
                        "tenant_id");
    }

    private List<String> names(String sql) {
        return system.jdbc().sql(sql).query((row, _) -> row.getString(1)).list();
    }
}
