package io.wenda.tenant.company;

import static io.wenda.tenant.Text.LONGEST_NAME;

import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.Text;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asking people into the current company. */
@Component
public class Invitations {
    private final Companies companies;
    private final Members members;
    private final Seats seats;
    private final CompanyMails mails;
    private final Audit audit;
    private final Clock clock;

    Invitations(
            Companies companies,
            Members members,
            Seats seats,
            CompanyMails mails,
            Audit audit,
            Clock clock) {
        this.companies = companies;
        this.members = members;
        this.seats = seats;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Invites an address, or once more one that has not answered: the older link ends then. Refused
     * while the company's own address is not verified, and where no seat is left.
     */
    @Transactional
    public Member invite(Caller caller, String email, String name, Set<Role> roles) {
        var address = CompanyFields.address(email);
        var shown = Text.line(name, LONGEST_NAME, "name");
        RoleNames.requireGrantable(caller, roles);
        companies.requireVerified();
        companies.lock();
        var invited =
                members.withAddress(address)
                        .map(row -> again(caller, row, shown, roles))
                        .orElseGet(() -> first(address, shown, roles))
                        .toMember();
        mails.invitation(companies.current(), invited, nameOf(caller));
        audit.record(
                caller,
                "member.invite",
                invited.id().value().toString(),
                Map.of("email", address, "roles", RoleNames.of(roles)));
        return invited;
    }

    private MemberRow first(String address, String name, Set<Role> roles) {
        seats.requireOne();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var row = MemberRow.of(name, address, roles, MemberState.INVITED, now);
        members.add(row);
        return row;
    }

    private MemberRow again(Caller caller, MemberRow row, String name, Set<Role> roles) {
        if (row.state != MemberState.INVITED) {
            throw new Refusal.Conflict("this address is a member already", "email");
        }
        RoleNames.requireGrantable(caller, RoleNames.toRoles(row.roles));
        row.name = name;
        row.grant(roles);
        members.inviteAgain(row);
        return row;
    }

    private String nameOf(Caller caller) {
        return switch (caller) {
            case Caller.Member member -> members.get(member.id()).name();
            case Caller.Program _, Caller.Visitor _ -> companies.current().name();
        };
    }
}
