package io.wenda.tenant.company;

import static io.wenda.tenant.Text.LONGEST_NAME;

import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Text;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The current company and its settings. */
@Component
public class Companies {
    private final JdbcClient jdbc;
    private final Audit audit;

    Companies(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The current company. */
    @Transactional(readOnly = true)
    public Company current() {
        return read("");
    }

    /** Changes what is named, and answers the company as it is then. */
    @Transactional
    public Company update(Caller caller, CompanyChange change) {
        var before = read("for update");
        var after =
                new Company(
                        before.id(),
                        change.name() == null
                                ? before.name()
                                : Text.line(change.name(), LONGEST_NAME, "name"),
                        before.slug(),
                        change.locale() == null
                                ? before.locale()
                                : CompanyFields.locale(change.locale()),
                        change.timeZone() == null
                                ? before.timeZone()
                                : CompanyFields.timeZone(change.timeZone()),
                        Objects.requireNonNullElse(
                                change.fourEyesReview(), before.fourEyesReview()),
                        before.createdAt());
        if (after.equals(before)) {
            return before;
        }
        jdbc.sql(
                        """
                        update company
                        set name = ?, locale = ?, time_zone = ?, four_eyes_review = ?
                        """)
                .param(after.name())
                .param(after.locale())
                .param(after.timeZone().getId())
                .param(after.fourEyesReview())
                .update();
        record(caller, before, after);
        return after;
    }

    /** Whether the owner's address has answered. */
    @Transactional(readOnly = true)
    public boolean verified() {
        return jdbc.sql("select verified_at is not null from company")
                .query(Boolean.class)
                .single();
    }

    /** Refuses what a company may do only with a verified address: sending mail, inviting. */
    @Transactional(readOnly = true)
    public void requireVerified() {
        if (!verified()) {
            throw Refusal.Conflict.notAllowedNow(
                    "the company's e-mail address must be verified first: follow the link in the"
                            + " mail sent at sign-up");
        }
    }

    /** Lets nobody else decide about the current company until this transaction ends. */
    void lock() {
        read("for update");
    }

    void markVerified() {
        jdbc.sql("update company set verified_at = coalesce(verified_at, now())").update();
    }

    void insert(Company company) {
        jdbc.sql(
                        """
                        insert into company (tenant_id, name, slug, locale, time_zone, created_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(company.id().value())
                .param(company.name())
                .param(company.slug())
                .param(company.locale())
                .param(company.timeZone().getId())
                .param(company.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Company read(String lock) {
        return jdbc.sql(
                        """
                        select tenant_id, name, slug, locale, time_zone, four_eyes_review, created_at
                        from company
                        """
                                + lock)
                .query((row, _) ->
                        new Company(
                                new TenantId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                ZoneId.of(row.getString(5)),
                                row.getBoolean(6),
                                row.getObject(7, OffsetDateTime.class).toInstant()))
                .optional()
                .orElseThrow(
                        () -> new IllegalStateException("no such company: " + CurrentTenant.get()));
    }

    private void record(Caller caller, Company before, Company after) {
        var changed = new LinkedHashMap<String, Object>();
        if (!after.name().equals(before.name())) {
            changed.put("name", after.name());
        }
        if (!after.locale().equals(before.locale())) {
            changed.put("locale", after.locale());
        }
        if (!after.timeZone().equals(before.timeZone())) {
            changed.put("timeZone", after.timeZone().getId());
        }
        if (after.fourEyesReview() != before.fourEyesReview()) {
            changed.put("fourEyesReview", after.fourEyesReview());
        }
        audit.record(caller, "company.update", after.id().value().toString(), changed);
    }
}
