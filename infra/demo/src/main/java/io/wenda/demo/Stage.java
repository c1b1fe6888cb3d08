package io.wenda.demo;

import io.wenda.conversation.Channel;
import io.wenda.conversation.SkillGroup;
import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The company that the demo's week happens in. */
record Stage(
        TenantId tenant, Map<Person, Caller.Member> staff, Channel channel, SkillGroup afterSales) {
    static final List<Person> AGENTS = List.of(Person.CHEN, Person.TOM);

    Caller.Member who(Person person) {
        return Objects.requireNonNull(staff.get(person));
    }

    /** The member as a caller. */
    Caller.Member who(MemberId id) {
        return staff.values().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }
}
