package io.wenda.tenant.company;

import static io.wenda.tenant.Text.LONGEST_NAME;

import io.wenda.tenant.Text;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.Directory;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Answering an invitation, by the link of its mail. */
@Component
public class Joining {
    private final MailedLinks links;
    private final Companies companies;
    private final Members members;
    private final Passwords passwords;
    private final TransactionTemplate transactions;

    Joining(
            MailedLinks links,
            Companies companies,
            Members members,
            Passwords passwords,
            TransactionTemplate transactions) {
        this.links = links;
        this.companies = companies;
        this.members = members;
        this.passwords = passwords;
        this.transactions = transactions;
    }

    /** The invitation that the link opens; bound to no company. */
    public Optional<Invitation> find(String token) {
        return links.place(MailedLinks.Kind.INVITATION, token).flatMap(this::shown);
    }

    /**
     * Joins with a name and password of her own; empty where the link is unknown, used or too old.
     * Bound to no company.
     */
    public Optional<Member> accept(String token, String name, String password) {
        var place = links.place(MailedLinks.Kind.INVITATION, token);
        var invitation = place.flatMap(this::shown);
        if (place.isEmpty() || invitation.isEmpty()) {
            return Optional.empty();
        }
        var shown = Text.line(name, LONGEST_NAME, "name");
        passwords.requireStrong(
                password, invitation.get().email(), shown, invitation.get().company());
        var hash = passwords.hash(password);
        return CurrentTenant.call(
                place.get().tenant(),
                () -> transactions.execute(_ -> joined(place.get(), shown, hash)));
    }

    private Optional<Member> joined(Directory.Place place, String name, String hash) {
        return links.use(place).flatMap(members::invited).map(row -> members.join(row, name, hash));
    }

    private Optional<Invitation> shown(Directory.Place place) {
        return CurrentTenant.call(
                place.tenant(),
                () ->
                        transactions.execute(_ ->
                                links.open(place)
                                        .flatMap(members::invited)
                                        .map(row -> invitation(place, row))));
    }

    private Invitation invitation(Directory.Place place, MemberRow row) {
        var company = companies.current();
        return new Invitation(
                place.tenant(),
                row.memberId(),
                company.name(),
                row.name,
                row.email,
                company.locale());
    }
}
