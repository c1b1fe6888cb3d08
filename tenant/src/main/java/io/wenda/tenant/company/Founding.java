package io.wenda.tenant.company;

import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Role;
import io.wenda.tenant.event.Events;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.Directory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one transaction in which a company comes to be, bound to the id that it will have. */
@Component
class Founding {

    /** A company was made, or the entry led to earlier ones. */
    sealed interface Found {}

    record New(SignedUp signedUp) implements Found {}

    record Seen(List<Directory.Place> places) implements Found {}

    record Earlier(SignedUp signedUp, @Nullable String passwordHash) {}

    private final Companies companies;
    private final Members members;
    private final CompanyMails mails;
    private final Directory directory;
    private final Events events;
    private final Audit audit;
    private final Clock clock;

    Founding(
            Companies companies,
            Members members,
            CompanyMails mails,
            Directory directory,
            Events events,
            Audit audit,
            Clock clock) {
        this.companies = companies;
        this.members = members;
        this.mails = mails;
        this.directory = directory;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes the company.
     *
     * @param request checked, with locale and time zone
     * @param entry under which a repeat finds it; a repeat in flight waits here for the first
     * @param known places of that entry which belong to other inputs
     */
    @Transactional
    public Found found(
            SignUp request,
            String passwordHash,
            @Nullable String entry,
            List<Directory.Place> known) {
        if (entry != null) {
            var places = directory.findAlone(Directory.Kind.SIGN_UP, entry);
            if (!new HashSet<>(known).containsAll(places)) {
                return new Seen(places);
            }
        }
        var signedUp = make(request, passwordHash);
        if (entry != null) {
            directory.put(Directory.Kind.SIGN_UP, entry, signedUp.owner().id().value());
        }
        return new New(signedUp);
    }

    private SignedUp make(SignUp request, String passwordHash) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var company =
                new Company(
                        CurrentTenant.get(),
                        request.companyName(),
                        Secrets.slug(request.companyName()),
                        Objects.requireNonNull(request.locale()),
                        ZoneId.of(Objects.requireNonNull(request.timeZone())),
                        false,
                        now);
        companies.insert(company);
        var owner =
                MemberRow.of(
                        request.ownerName(),
                        request.email(),
                        Set.of(Role.OWNER),
                        MemberState.ACTIVE,
                        now);
        owner.passwordHash = passwordHash;
        members.add(owner);
        events.append(new CompanySignedUp(company.id(), owner.memberId(), now));
        mails.verification(company, owner.toMember());
        audit.record(
                new Caller.Member(company.id(), owner.memberId(), Set.of(Role.OWNER)),
                "company.sign-up",
                company.id().value().toString(),
                Map.of("name", company.name()));
        return new SignedUp(company, owner.toMember());
    }

    /** The current company as it is now, if it was made after that moment. */
    @Transactional(readOnly = true)
    public Optional<Earlier> of(UUID owner, Instant after) {
        var company = companies.current();
        if (company.createdAt().isBefore(after)) {
            return Optional.empty();
        }
        return members.active(new MemberId(owner))
                .map(row -> new Earlier(new SignedUp(company, row.toMember()), row.passwordHash));
    }
}
