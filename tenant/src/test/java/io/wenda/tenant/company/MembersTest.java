package io.wenda.tenant.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class MembersTest {
    private final NewCompany companies;
    private final Members members;
    private final Roles roles;
    private final SignIns signIns;

    MembersTest(NewCompany companies, Members members, Roles roles, SignIns signIns) {
        this.companies = companies;
        this.members = members;
        this.roles = roles;
        this.signIns = signIns;
    }

    @Test
    void membersAreListedInOrderOfTheirComingPageByPage() {
        var company = companies.verified();
        var second = companies.member(company, Role.AGENT);
        var third = companies.member(company, Role.EDITOR);

        var first = NewCompany.in(company, () -> members.page(new PageRequest(null, 2, true)));
        var rest =
                NewCompany.in(
                        company,
                        () -> members.page(new PageRequest(second.id().value(), 2, false)));

        assertThat(first.items()).containsExactly(company.owner(), second);
        assertThat(first.more()).isTrue();
        assertThat(first.total()).isEqualTo(3);
        assertThat(rest.items()).containsExactly(third);
        assertThat(rest.more()).isFalse();
        assertThat(rest.total()).isNull();
    }

    @Test
    void anotherCompanysMemberIsUnknown() {
        var company = companies.fresh();
        var other = companies.fresh();
        var foreign = other.owner().id();

        assertThat(
                        NewCompany.in(
                                company,
                                () -> members.byIds(List.of(company.owner().id(), foreign))))
                .containsOnlyKeys(company.owner().id());
        Refused.as(
                Refusal.Code.NOT_FOUND, () -> NewCompany.in(company, () -> members.get(foreign)));
        Refused.as(
                Refusal.Code.NOT_FOUND,
                () ->
                        NewCompany.in(
                                company,
                                () ->
                                        members.changeRoles(
                                                NewCompany.owner(company),
                                                foreign,
                                                Set.of(Role.AGENT))),
                "memberId");
        Refused.as(Refusal.Code.NOT_FOUND, () -> remove(company, foreign), "memberId");
        assertThat(roles.of(company.company().id(), foreign)).isEmpty();
        assertThat(roles.of(other.company().id(), foreign)).contains(Set.of(Role.OWNER));
    }

    @Test
    void changedRolesCountAtOnce() {
        var company = companies.verified();
        var member = companies.member(company, Role.AGENT);
        assertThat(roles.of(company.company().id(), member.id())).contains(Set.of(Role.AGENT));

        var changed = change(company, member.id(), Role.ANALYST, Role.EDITOR);

        assertThat(changed.roles()).containsExactlyInAnyOrder(Role.ANALYST, Role.EDITOR);
        assertThat(roles.of(company.company().id(), member.id()))
                .contains(Set.of(Role.ANALYST, Role.EDITOR));
    }

    @Test
    void aRemovedMemberIsNobodyAtOnceButHerNameRemains() {
        var company = companies.verified();
        var member = companies.member(company, Role.AGENT);
        assertThat(roles.of(company.company().id(), member.id())).isPresent();

        remove(company, member.id());

        assertThat(roles.of(company.company().id(), member.id())).isEmpty();
        assertThat(signIns.matches(member.email(), NewCompany.PASSWORD)).isEmpty();
        assertThat(NewCompany.in(company, () -> members.get(member.id()).name())).isEqualTo("Bo");
        assertThat(
                        NewCompany.in(company, () -> members.page(new PageRequest(null, 9, true)))
                                .items())
                .containsExactly(company.owner());
        Refused.as(Refusal.Code.NOT_FOUND, () -> remove(company, member.id()), "memberId");
    }

    @Test
    void aCompanyKeepsAnOwner() {
        var company = companies.verified();
        var owner = company.owner().id();

        Refused.as(Refusal.Code.NOT_ALLOWED_NOW, () -> remove(company, owner), "roles");
        Refused.as(Refusal.Code.NOT_ALLOWED_NOW, () -> change(company, owner, Role.ADMIN), "roles");
        assertThat(roles.of(company.company().id(), owner)).contains(Set.of(Role.OWNER));

        companies.member(company, Role.OWNER);
        change(company, owner, Role.ADMIN);
        assertThat(roles.of(company.company().id(), owner)).contains(Set.of(Role.ADMIN));
    }

    @Test
    void nobodyActsBeyondHerOwnRoles() {
        var company = companies.verified();
        var admin = companies.member(company, Role.ADMIN);
        var agent = companies.member(company, Role.AGENT);
        var caller = NewCompany.caller(company, admin.id(), Role.ADMIN);

        Refused.as(
                Refusal.Code.FORBIDDEN,
                () ->
                        NewCompany.in(
                                company,
                                () -> members.changeRoles(caller, agent.id(), Set.of(Role.OWNER))));
        Refused.as(
                Refusal.Code.FORBIDDEN,
                () ->
                        NewCompany.in(
                                company,
                                () -> {
                                    members.remove(caller, company.owner().id());
                                    return true;
                                }));
        assertThat(roles.of(company.company().id(), agent.id())).contains(Set.of(Role.AGENT));
        assertThat(roles.of(company.company().id(), company.owner().id()))
                .contains(Set.of(Role.OWNER));
    }

    @Test
    void anUnknownMemberHasNoRoles() {
        var company = companies.fresh();

        assertThat(roles.of(company.company().id(), new MemberId(NewId.next()))).isEmpty();
    }

    private Member change(SignedUp company, MemberId id, Role... wanted) {
        return NewCompany.in(
                company, () -> members.changeRoles(NewCompany.owner(company), id, Set.of(wanted)));
    }

    private void remove(SignedUp company, MemberId id) {
        NewCompany.in(
                company,
                () -> {
                    members.remove(NewCompany.owner(company), id);
                    return true;
                });
    }
}
