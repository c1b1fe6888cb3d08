package io.wenda.conversation.serving;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.wenda.tenant.MemberId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.Members;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.SystemDatabase;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds conversations that a removed agent still has, because the process that was told of her
 * leaving died before it did anything about it.
 */
@Component
class LeftBehind {

    private record Serving(TenantId tenant, MemberId agent) {}

    private final SystemDatabase system;
    private final Members members;
    private final Leaving leaving;

    LeftBehind(SystemDatabase system, Members members, Leaving leaving) {
        this.system = system;
        this.members = members;
        this.leaving = leaving;
    }

    /** Takes them back, in every company. */
    void makeUpLeavings() {
        system
                .jdbc()
                .sql(
                        """
                        select distinct tenant_id, assignee_id from conversation
                        where state in ('ACTIVE', 'WRAP_UP')
                        """)
                .query((row, _) ->
                        new Serving(
                                new TenantId(row.getObject(1, UUID.class)),
                                new MemberId(row.getObject(2, UUID.class))))
                .list()
                .stream()
                .collect(groupingBy(Serving::tenant, mapping(Serving::agent, toList())))
                .forEach((tenant, agents) ->
                        CurrentTenant.run(tenant, () -> leaveIfRemoved(agents)));
    }

    private void leaveIfRemoved(List<MemberId> agents) {
        members.removedAmong(agents).forEach(leaving::leave);
    }
}
