package io.wenda;

/** What must be true of all conversations' agents, read from PostgreSQL past all policies. */
public final class Assignments {
    /** Counts those that nothing had asked for: the conversation was an agent's already. */
    public static final String DOUBLED =
            """
            select count(*) from (
              select type, lag(type) over (
                partition by tenant_id, conversation_id order by conversation_version) as cause
              from outbox
              where type in ('conversation.queued', 'conversation.transferred',
                'conversation.wrap_up', 'conversation.assigned')) as owners
            where type = 'conversation.assigned'
              and (cause is null or cause = 'conversation.assigned')
            """;

    private Assignments() {}
}
