package io.wenda.tenant.company;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says which mails a company wants sent, and makes the links in them. */
@Component
class CompanyMails {
    private final MailedLinks links;
    private final ApplicationEventPublisher rooms;
    private final CompanySettings settings;
    private final PublicUrl publicUrl;

    CompanyMails(
            MailedLinks links,
            ApplicationEventPublisher rooms,
            CompanySettings settings,
            PublicUrl publicUrl) {
        this.links = links;
        this.rooms = rooms;
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    /** Asks the owner to prove that she reads the address. */
    void verification(Company company, Member owner) {
        var token =
                links.make(MailedLinks.Kind.VERIFICATION, owner.id(), settings.verificationLife());
        rooms.publishEvent(
                new MailWanted(
                        company.id(),
                        owner.email(),
                        "verify-email",
                        company.locale(),
                        Map.of(
                                "name",
                                owner.name(),
                                "company",
                                company.name(),
                                "link",
                                publicUrl.at("/verify/" + token))));
    }

    /** Invites somebody to join. */
    void invitation(Company company, Member invited, String inviter) {
        var token =
                links.make(MailedLinks.Kind.INVITATION, invited.id(), settings.invitationLife());
        rooms.publishEvent(
                new MailWanted(
                        company.id(),
                        invited.email(),
                        "invite-member",
                        company.locale(),
                        Map.of(
                                "name",
                                invited.name(),
                                "company",
                                company.name(),
                                "inviter",
                                inviter,
                                "link",
                                publicUrl.at("/invite/" + token))));
    }
}
