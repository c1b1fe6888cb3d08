package io.wenda.tenant.company;

import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.Directory;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that a mail carries and that open once: the token is in the mail alone. */
@Component
class MailedLinks {

    enum Kind {
        INVITATION(Directory.Kind.INVITATION),
        VERIFICATION(Directory.Kind.EMAIL_VERIFICATION);

        private final Directory.Kind entry;

        Kind(Directory.Kind entry) {
            this.entry = entry;
        }
    }

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Clock clock;

    MailedLinks(JdbcClient jdbc, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
    }

    /** Makes a link for the member and answers its token; an older one of its kind ends. */
    String make(Kind kind, MemberId member, Duration life) {
        jdbc.sql(
                        """
                        update mailed_link set expires_at = least(expires_at, ?)
                        where member_id = ? and kind = ? and used_at is null
                        """)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(member.value())
                .param(kind.name())
                .update();
        var token = Secrets.secret();
        var id = NewId.next();
        jdbc.sql(
                        """
                        insert into mailed_link (tenant_id, id, kind, member_id, expires_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .param(CurrentTenant.get().value())
                .param(id)
                .param(kind.name())
                .param(member.value())
                .param(clock.instant().plus(life).atOffset(ZoneOffset.UTC))
                .update();
        directory.put(kind.entry, token, id);
        return token;
    }

    /** Where a token leads, before any company is bound. */
    Optional<Directory.Place> place(Kind kind, String token) {
        return directory.find(kind.entry, token).stream().findFirst();
    }

    /** Whose link it is, while it still opens. */
    Optional<MemberId> open(Directory.Place place) {
        return member(place, "");
    }

    /** Uses the link up; of two who try at once the second finds it used. */
    Optional<MemberId> use(Directory.Place place) {
        var locked = member(place, "for update");
        locked.ifPresent(_ ->
                jdbc.sql("update mailed_link set used_at = ? where id = ?")
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .param(place.target())
                        .update());
        return locked;
    }

    private Optional<MemberId> member(Directory.Place place, String lock) {
        return jdbc.sql(
                        """
                        select member_id from mailed_link
                        where id = ? and used_at is null and expires_at > ?
                        """
                                + lock)
                .param(place.target())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .map(MemberId::new);
    }
}
