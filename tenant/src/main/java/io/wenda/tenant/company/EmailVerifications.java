package io.wenda.tenant.company;

import io.wenda.tenant.Caller;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.Directory;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The proof that the owner reads the address she signed up with. */
@Component
public class EmailVerifications {
    private final MailedLinks links;
    private final Companies companies;
    private final Members members;
    private final TransactionTemplate transactions;
    private final Audit audit;

    EmailVerifications(
            MailedLinks links,
            Companies companies,
            Members members,
            TransactionTemplate transactions,
            Audit audit) {
        this.links = links;
        this.companies = companies;
        this.members = members;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** The company whose address the link would verify; bound to no company. */
    public Optional<Company> find(String token) {
        return links.place(MailedLinks.Kind.VERIFICATION, token)
                .flatMap(place ->
                        CurrentTenant.call(
                                place.tenant(),
                                () ->
                                        transactions.execute(_ ->
                                                links.open(place).map(_ -> companies.current()))));
    }

    /** Uses the link up; empty where it is unknown, used or too old. Bound to no company. */
    public Optional<Company> verify(String token) {
        return links.place(MailedLinks.Kind.VERIFICATION, token)
                .flatMap(place ->
                        CurrentTenant.call(
                                place.tenant(), () -> transactions.execute(_ -> verified(place))));
    }

    private Optional<Company> verified(Directory.Place place) {
        return links.use(place)
                .map(owner -> {
                    companies.markVerified();
                    members.active(owner).ifPresent(row -> proved(place, row));
                    return companies.current();
                });
    }

    private void proved(Directory.Place place, MemberRow row) {
        members.proved(row);
        audit.record(
                new Caller.Member(place.tenant(), row.memberId(), row.toMember().roles()),
                "company.verify-email",
                place.tenant().value().toString(),
                Map.of("email", row.email));
    }
}
