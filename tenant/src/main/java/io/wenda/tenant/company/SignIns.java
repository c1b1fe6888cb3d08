package io.wenda.tenant.company;

import io.wenda.tenant.MemberId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.Directory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds out whose address and password these are; a password belongs to one member. */
@Component
public class SignIns {

    /** A member whose address and password were given, and the company to sign in to. */
    public record Match(TenantId tenant, MemberId member, String company) {}

    /** Each costs a slow hash. */
    private static final int MOST_PLACES = 50;

    private final Directory directory;
    private final Companies companies;
    private final Members members;
    private final Passwords passwords;

    SignIns(Directory directory, Companies companies, Members members, Passwords passwords) {
        this.directory = directory;
        this.companies = companies;
        this.members = members;
        this.passwords = passwords;
    }

    /**
     * All members that the pair fits, in several companies perhaps; bound to no company. An address
     * that nobody has takes as long as one with a wrong password.
     */
    public List<Match> matches(String address, String password) {
        var places = places(CompanyFields.addressKey(address));
        if (places.isEmpty()) {
            passwords.takeTheTime(password);
        }
        return places.stream().flatMap(place -> match(place, password).stream()).toList();
    }

    /** Proved addresses first: whoever only claims the address does not crowd its holder out. */
    private List<Directory.Place> places(String address) {
        return Stream.of(Directory.Kind.PROVED_SIGN_IN, Directory.Kind.SIGN_IN)
                .flatMap(kind -> directory.find(kind, address).stream())
                .distinct()
                .limit(MOST_PLACES)
                .toList();
    }

    /** The company that the member would sign in to, while she is one. */
    public Optional<Match> find(TenantId tenant, MemberId member) {
        return CurrentTenant.call(
                tenant,
                () ->
                        members.active(member)
                                .map(_ -> new Match(tenant, member, companies.current().name())));
    }

    private Optional<Match> match(Directory.Place place, String password) {
        var member = new MemberId(place.target());
        return CurrentTenant.call(place.tenant(), () -> members.active(member))
                .filter(row -> passwords.matches(password, row.passwordHash))
                .flatMap(_ -> find(place.tenant(), member));
    }
}
