package io.wenda.conversation;

import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.SystemDatabase;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the outbox as the shipper does. */
@Component
public record Facts(SystemDatabase system) {

    /** The types of a conversation's events in the order of its versions, which are 1, 2, 3 ... */
    public List<String> of(ConversationId conversation) {
        var facts =
                system.jdbc()
                        .sql(
                                """
                                select conversation_version || ' ' || type from outbox
                                where conversation_id = ? order by conversation_version
                                """)
                        .param(conversation.value())
                        .query((row, _) -> row.getString(1))
                        .list();
        for (var i = 0; i < facts.size(); i++) {
            var version = (i + 1) + " ";
            if (!facts.get(i).startsWith(version)) {
                throw new AssertionError("versions with a gap: " + facts);
            }
            facts.set(i, facts.get(i).substring(version.length()));
        }
        return facts;
    }

    /** The payloads of a company's events of one type, oldest first. */
    public List<String> of(TenantId tenant, String type) {
        return system.jdbc()
                .sql(
                        """
                        select payload::text from outbox where tenant_id = ? and type = ?
                        order by id
                        """)
                .param(tenant.value())
                .param(type)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
