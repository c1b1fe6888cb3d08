package io.wenda.api.node;

import io.wenda.conversation.Contact;
import io.wenda.conversation.Visitor;
import io.wenda.conversation.contact.Contacts;
import io.wenda.conversation.contact.Visitors;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.ProgramId;
import io.wenda.tenant.Role;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.VisitorId;
import io.wenda.tenant.company.Companies;
import io.wenda.tenant.company.Company;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.Members;
import io.wenda.tenant.key.ApiKey;
import io.wenda.tenant.key.ApiKeys;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People, programs and the company itself by id. */
@Component
class PeopleNodes {
    private final Companies companies;
    private final Members members;
    private final ApiKeys keys;
    private final Visitors visitors;
    private final Contacts contacts;

    PeopleNodes(
            Companies companies,
            Members members,
            ApiKeys keys,
            Visitors visitors,
            Contacts contacts) {
        this.companies = companies;
        this.members = members;
        this.keys = keys;
        this.visitors = visitors;
        this.contacts = contacts;
    }

    @Nullable Company company(TenantId id) {
        var own = companies.current();
        return own.id().equals(id) ? own : null;
    }

    @Nullable Member member(MemberId id) {
        return NodeController.only(members.byIds(List.of(id)));
    }

    /** A program sees itself, an admin all of them. */
    @Nullable ApiKey program(Caller caller, ProgramId id) {
        var itself = caller instanceof Caller.Program program && program.id().equals(id);
        return itself || caller.has(Role.ADMIN)
                ? NodeController.only(keys.byIds(List.of(id)))
                : null;
    }

    @Nullable Visitor visitor(VisitorId id) {
        return NodeController.only(visitors.byIds(List.of(id)));
    }

    @Nullable Contact contact(ContactId id) {
        return NodeController.only(contacts.byIds(List.of(id)));
    }
}
