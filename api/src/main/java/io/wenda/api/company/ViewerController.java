package io.wenda.api.company;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Once;
import io.wenda.conversation.contact.Visitors;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Companies;
import io.wenda.tenant.company.Company;
import io.wenda.tenant.company.CompanyChange;
import io.wenda.tenant.company.Members;
import io.wenda.tenant.key.ApiKeys;
import java.util.List;
import java.util.Optional;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Who asks, and her company. */
@Controller
class ViewerController {
    private final Companies companies;
    private final Members members;
    private final ApiKeys keys;
    private final Visitors visitors;
    private final Once once;

    ViewerController(
            Companies companies, Members members, ApiKeys keys, Visitors visitors, Once once) {
        this.companies = companies;
        this.members = members;
        this.keys = keys;
        this.visitors = visitors;
        this.once = once;
    }

    record UpdateCompanyPayload(Company company) {}

    @QueryMapping
    Object viewer(Caller caller) {
        return switch (caller) {
            case Caller.Member member -> members.get(member.id());
            case Caller.Program program -> keys.get(program.id());
            case Caller.Visitor visitor ->
                    Optional.ofNullable(visitors.byIds(List.of(visitor.id())).get(visitor.id()))
                            .orElseThrow(() -> new Refusal.NotFound("visitor"));
        };
    }

    @QueryMapping
    Company company() {
        return companies.current();
    }

    @MutationMapping
    UpdateCompanyPayload updateCompany(
            @Argument CompanyChange input, Caller caller, DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> new UpdateCompanyPayload(companies.update(caller, input)),
                payload -> List.of(payload.company().id().value()),
                _ -> new UpdateCompanyPayload(companies.current()));
    }
}
