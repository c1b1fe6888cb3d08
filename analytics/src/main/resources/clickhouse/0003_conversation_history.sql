-- The definition of conversation_facts, over the raw events themselves: facts are refreshed from it and proved by it.
create view if not exists conversation_history as
select
    tenant_id,
    conversation_id,
    events,
    last_version,
    checksum,
    channel_id,
    contact_key,
    bot,
    started_at,
    closed_at,
    outcome,
    bot_outcome,
    survey_sent,
    score,
    rated_at,
    tupleElement(arrayFirst(e -> e.entry != nobody, history), 'entry') as topic_id,
    tupleElement(arrayLast(e -> e.type = 'conversation.assigned', history), 'agent') as agent_id,
    groups[-1] as group_id,
    agents,
    handed_over,
    transferred,
    arrayExists(e -> e.sender = 'CONTACT', history)
        and arrayExists(e -> e.sender = 'AGENT' and human.version > 0 and e.version > human.version, history) as effective,
    tupleElement(arrayFirst(e -> e.sender = 'CONTACT' and e.version < answer.version, history), 'at') as first_contact_at,
    tupleElement(arrayFirst(e -> e.type = 'conversation.queued' and e.version < answer.version, history), 'at') as queued_at,
    tupleElement(arrayLast(e -> e.type = 'conversation.assigned' and e.version < answer.version, history), 'at') as assigned_at,
    answer.at as answered_at,
    answer.agent as answered_by,
    arrayFirst((g, e) -> e.sender = 'AGENT', groups, history) as answered_in,
    arrayFilter(m -> m.2 in ('CONTACT', 'BOT', 'AGENT'),
        arrayMap((e, g) -> (e.at, e.sender, e.agent, g), history, groups)) as messages,
    arrayMap((q, a) -> (q.1, a.1, a.3, a.4), arraySlice(asked, 1, length(answered)), answered) as replies,
    arrayMap((c, later) -> (c.1, c.2, later.2, c.3, c.4, later.1, later.3, later.5),
        changes, arrayResize(arrayPopFront(changes), length(changes))) as stints
from
(
    select
        *,
        arrayFirst(e -> e.sender = 'AGENT', history) as answer,
        arrayFirst(e -> e.stage in ('QUEUED', 'ACTIVE'), history) as human,
        -- contact messages that an agent has to answer, and all that agents say
        arrayFilter(t -> t.2 = 'AGENT' or (t.2 = 'CONTACT' and t.5 = 'ACTIVE'),
            arrayMap((e, g, stage) -> (e.at, e.sender, e.agent, g, stage), history, groups, stages)) as turns,
        arraySlice(arrayPushFront(arrayMap(t -> t.2, turns), ''), 1, length(turns)) as before,
        -- a run of messages of one side is one turn: its first asks, the first of the next one answers
        arrayFilter((t, other) -> t.2 = 'CONTACT' and other != 'CONTACT', turns, before) as asked,
        arrayFilter((t, other) -> t.2 = 'AGENT' and other = 'CONTACT', turns, before) as answered,
        arrayFilter(c -> c.1 != '',
            arrayMap((e, g) -> (e.stage, e.at, e.agent, g, e.outcome), history, groups)) as changes
    from
    (
        select
            *,
            toUUID('00000000-0000-0000-0000-000000000000') as nobody,
            -- at each event: the stage that it fell into or began, and the group that has or had the conversation
            arrayMap(e -> e.stage, arrayFill(e -> e.stage != '', history)) as stages,
            arrayMap(e -> e.group, arrayFill(e -> e.group != nobody, history)) as groups
        from
        (
            select
                tenant_id,
                conversation_id,
                toUInt32(count()) as events,
                max(conversation_version) as last_version,
                groupBitXor(sipHash64(event_id, payload)) as checksum,
                max(raw.channel_id) as channel_id,
                max(raw.contact_key) as contact_key,
                max(raw.bot) as bot,
                maxIf(occurred_at, type = 'conversation.started') as started_at,
                maxIf(occurred_at, type = 'conversation.closed') as closed_at,
                max(raw.outcome) as outcome,
                max(raw.bot_outcome) as bot_outcome,
                max(raw.survey_sent) as survey_sent,
                max(raw.score) as score,
                maxIf(occurred_at, type = 'conversation.rated') as rated_at,
                toUInt16(uniqExactIf(raw.agent_id, type = 'conversation.assigned')) as agents,
                max(cause = 'HANDOVER') as handed_over,
                max(type = 'conversation.transferred') as transferred,
                arraySort(e -> (e.version, e.id), groupArray(cast(
                    (conversation_version, event_id, type, occurred_at,
                        multiIf(type = 'conversation.started', 'BOT', type = 'conversation.queued', 'QUEUED',
                            type = 'conversation.assigned', 'ACTIVE', type = 'conversation.wrap_up', 'WRAP_UP',
                            type = 'conversation.closed', 'CLOSED', ''),
                        if(type = 'message.stored' and not internal, sender, ''),
                        raw.agent_id, raw.group_id, raw.entry_id, raw.outcome),
                    'Tuple(version UInt32, id UUID, type String, at DateTime64(6, \'UTC\'), stage String, sender String,
                        agent UUID, `group` UUID, entry UUID, outcome String)'))) as history
            from raw_events as raw final
            where conversation_id != toUUID('00000000-0000-0000-0000-000000000000')
            group by tenant_id, conversation_id
        )
    )
);
