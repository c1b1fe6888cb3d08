package io.wenda.conversation.routing;

import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.ledger.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps why a conversation went to whom, and why it first had to wait. */
@Component
class RoutingDecisions {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    RoutingDecisions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void record(Held held, SkillGroupId group, RoutingDecision decision) {
        var chosen = decision.chosen();
        jdbc.sql(
                        """
                        insert into routing_decision
                          (tenant_id, conversation_id, owner_version, outcome, group_id, agent_id,
                           agents, at)
                        values (current_setting('wenda.tenant_id')::uuid, :conversation, :version,
                          :outcome, :group, :agent, :agents::jsonb, :at)
                        on conflict do nothing
                        """)
                .param("conversation", held.id().value())
                .param("version", held.ownerVersion())
                .param("outcome", chosen == null ? "WAITING" : "ASSIGNED")
                .param("group", group.value())
                .param("agent", chosen == null ? null : chosen.value())
                .param("agents", json.writeValueAsString(decision.agents()))
                .param("at", Times.parameter(held.at()))
                .update();
    }
}
