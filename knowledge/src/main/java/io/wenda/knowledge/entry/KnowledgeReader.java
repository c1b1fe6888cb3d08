package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Role;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Entries and versions as the caller may see them: editors all of them, everybody else what is
 * published, as if there were nothing more.
 */
@Component
public class KnowledgeReader {
    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final int MOST_CATEGORIES = 500;

    /** An absent condition is one that is null, so that there is one statement for all filters. */
    private static final String MATCHING =
            """
            from EntryRow e where e.id < :after
              and (:category is null or e.category = :category
                or locate(concat(:category, '/'), e.category) = 1)
              and (:tag is null or cast(sql('(? = any(?))', cast(:tag as String), e.tags) as Boolean) = true)
              and (:attention is null or :all = true and (
                :attention = 'REVIEW_DUE' and e.reviewDueAt <= :now
                or exists (
                  select 1 from VersionRow s where s.entryId = e.id
                    and (s.number = e.latest and s.publishAt is not null
                        and (:attention = 'SCHEDULED'
                          or :attention = 'SCHEDULE_FAILED' and s.publishTries > 0)
                      or s.number = e.published and s.validUntil is not null
                        and (:attention = 'EXPIRING'
                            and s.validUntil > :now and s.validUntil <= :soon
                          or :attention = 'EXPIRED' and s.validUntil <= :now)))))
              and (:all = true or e.published is not null)
              and exists (
                select 1 from VersionRow v where v.entryId = e.id
                  and (v.number = e.published or :all = true and v.number = e.latest)
                  and (:state is null
                    or v.state = :state and (:all = false or v.number = e.latest))
                  and (:text is null or locate(:text, v.searchText) > 0))
            """;

    private final StatelessSession session;
    private final Clock clock;
    private final EditingSettings settings;

    KnowledgeReader(StatelessSession session, Clock clock, EditingSettings settings) {
        this.session = session;
        this.clock = clock;
        this.settings = settings;
    }

    /** Those among the ids that the caller may see. */
    @Transactional(readOnly = true)
    public Map<EntryId, Entry> byIds(Caller caller, Collection<EntryId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return session
                .createSelectionQuery(
                        "from EntryRow where id in :ids and (:all = true or published is not null)",
                        EntryRow.class)
                .setParameter("ids", ids.stream().map(EntryId::value).distinct().toList())
                .setParameter("all", seesAll(caller))
                .getResultList()
                .stream()
                .map(row -> seen(caller, row))
                .collect(Collectors.toMap(Entry::id, entry -> entry));
    }

    /** Entries that the filter fits, newest first. */
    @Transactional(readOnly = true)
    public Page<Entry> page(Caller caller, EntryFilter filter, PageRequest request) {
        var after = Optional.ofNullable(request.after()).orElse(AFTER_ALL);
        var rows =
                bind(
                                session.createSelectionQuery(
                                        MATCHING + " order by e.id desc", EntryRow.class),
                                caller,
                                filter)
                        .setParameter("after", after)
                        .setMaxResults(request.limit() + 1)
                        .getResultList();
        return Page.of(rows, request.limit(), request.counted() ? count(caller, filter) : null)
                .map(row -> seen(caller, row));
    }

    /** Categories in use among what the caller may see, in their order. */
    @Transactional(readOnly = true)
    public List<String> categories(Caller caller) {
        return session.createSelectionQuery(
                        """
                        select distinct category from EntryRow
                        where category is not null and (:all = true or published is not null)
                        order by category
                        """,
                        String.class)
                .setParameter("all", seesAll(caller))
                .setMaxResults(MOST_CATEGORIES)
                .getResultList();
    }

    /** Those among the versions that the caller may see. */
    @Transactional(readOnly = true)
    public Map<VersionId, Version> versions(Caller caller, Collection<VersionId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var wanted = new HashSet<>(ids);
        return session
                .createSelectionQuery(
                        """
                        from VersionRow where entryId in :entries and number in :numbers
                          and (:all = true or state = PUBLISHED)
                        """,
                        VersionRow.class)
                .setParameter(
                        "entries", ids.stream().map(id -> id.entry().value()).distinct().toList())
                .setParameter("numbers", ids.stream().map(VersionId::number).distinct().toList())
                .setParameter("all", seesAll(caller))
                .getResultList()
                .stream()
                .map(VersionRow::toVersion)
                .filter(version -> wanted.contains(version.id()))
                .collect(Collectors.toMap(Version::id, version -> version));
    }

    /** What one version of an entry changes of another; absent where the caller sees not both. */
    @Transactional(readOnly = true)
    public Optional<Difference> difference(Caller caller, VersionId from, VersionId to) {
        var both = versions(caller, List.of(from, to));
        return Optional.ofNullable(both.get(from))
                .flatMap(before ->
                        Optional.ofNullable(both.get(to))
                                .map(after -> Difference.of(before, after)));
    }

    /**
     * Versions of each entry that the caller may see, newest first.
     *
     * @param below numbers from here on are left out
     * @param most versions of an entry
     */
    @Transactional(readOnly = true)
    public Map<EntryId, List<Version>> versionsOf(
            Caller caller, Collection<EntryId> entries, int below, int most) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        return session
                .createSelectionQuery(
                        """
                        select v from VersionRow v join EntryRow e on e.id = v.entryId
                        where v.entryId in :entries and v.number < :below
                          and (:all = true and v.number >= least(e.latest + 1, :below) - :most
                            or :all = false and v.state = PUBLISHED)
                        order by v.entryId, v.number desc
                        """,
                        VersionRow.class)
                .setParameter("entries", entries.stream().map(EntryId::value).distinct().toList())
                .setParameter("below", below)
                .setParameter("most", most)
                .setParameter("all", seesAll(caller))
                .getResultList()
                .stream()
                .map(VersionRow::toVersion)
                .collect(Collectors.groupingBy(version -> version.id().entry()));
    }

    private @Nullable Long count(Caller caller, EntryFilter filter) {
        long counted =
                bind(
                                session.createSelectionQuery(
                                        "select count(*) from (select e.id as id %s order by e.id limit %d) f"
                                                .formatted(MATCHING, Page.COUNTED_UP_TO + 1),
                                        Long.class),
                                caller,
                                filter)
                        .setParameter("after", AFTER_ALL)
                        .getSingleResult();
        return counted > Page.COUNTED_UP_TO ? null : Long.valueOf(counted);
    }

    private <T> SelectionQuery<T> bind(SelectionQuery<T> query, Caller caller, EntryFilter filter) {
        var text = filter.text() == null ? "" : NormalText.of(filter.text()).value();
        var now = clock.instant();
        var attention = Optional.ofNullable(filter.attention()).map(Enum::name).orElse(null);
        return query.setParameter("all", seesAll(caller))
                .setParameter("now", now)
                .setParameter("soon", now.plus(settings.expiring()))
                .setParameter("attention", attention, String.class)
                .setParameter("tag", filter.tag(), String.class)
                .setParameter("category", filter.category(), String.class)
                .setParameter("state", filter.state(), VersionState.class)
                .setParameter("text", text.isEmpty() ? null : text, String.class);
    }

    private static Entry seen(Caller caller, EntryRow row) {
        return seesAll(caller) ? row.toEntry() : row.toPublishedEntry();
    }

    private static boolean seesAll(Caller caller) {
        return caller.has(Role.EDITOR);
    }
}
