package io.wenda.billing.usage;

import io.wenda.billing.Meter;
import io.wenda.billing.MonthUsage;
import io.wenda.billing.UsageLine;
import io.wenda.conversation.ConversationId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the current company used: the figures of a month, and the line behind each of them. */
@Component
public class Usage {
    private final JdbcClient jdbc;

    Usage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The figures of a calendar month in UTC; zero where nothing was used. */
    @Transactional(readOnly = true)
    public MonthUsage month(YearMonth month) {
        return jdbc.sql(
                        """
                        select count(*) filter (where meter = 'CONVERSATION'),
                               count(*) filter (where meter = 'BOT_ANSWER')
                        from usage_line where month = ?
                        """)
                .param(month.atDay(1))
                .query((row, _) -> new MonthUsage(month, row.getLong(1), row.getLong(2)))
                .single();
    }

    /** What the month's figures count, newest first. */
    @Transactional(readOnly = true)
    public Page<UsageLine> lines(YearMonth month, PageRequest request) {
        var lines =
                jdbc.sql(
                                """
                                select id, meter, conversation_id, conversation_version,
                                       knowledge_entry_id, knowledge_version, at
                                from usage_line
                                where month = ?
                                  and id < coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                                order by id desc limit ?
                                """)
                        .param(month.atDay(1))
                        .param(request.after())
                        .param(request.limit() + 1)
                        .query((row, _) -> line(row))
                        .list();
        return Page.of(lines, request.limit(), request.counted() ? total(month) : null);
    }

    private @Nullable Long total(YearMonth month) {
        var counted =
                jdbc.sql(
                                """
                                select count(*) from
                                  (select 1 from usage_line where month = ? limit ?) counted
                                """)
                        .param(month.atDay(1))
                        .param(Page.COUNTED_UP_TO + 1)
                        .query(Long.class)
                        .single();
        return counted > Page.COUNTED_UP_TO ? null : counted;
    }

    private static UsageLine line(ResultSet row) throws SQLException {
        var entry = row.getObject("knowledge_entry_id", UUID.class);
        return new UsageLine(
                row.getObject("id", UUID.class),
                Meter.valueOf(row.getString("meter")),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getInt("conversation_version"),
                entry == null ? null : new UsageLine.Answer(entry, row.getInt("knowledge_version")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
