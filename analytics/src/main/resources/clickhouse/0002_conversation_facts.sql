-- One row a conversation: what its events, in order of their version, amount to. Written anew whenever a ship touches the
-- conversation; the row made of more events wins, so a late event corrects and a repeat changes nothing.
-- None is the type's zero.
create table if not exists conversation_facts
(
    tenant_id UUID,
    conversation_id UUID,
    events UInt32,
    last_version UInt32,
    checksum UInt64,
    channel_id UUID,
    contact_key UUID,
    bot Bool,
    started_at DateTime64(6, 'UTC'),
    closed_at DateTime64(6, 'UTC'),
    outcome LowCardinality(String),
    bot_outcome LowCardinality(String),
    survey_sent Bool,
    score UInt8,
    rated_at DateTime64(6, 'UTC'),
    topic_id UUID,
    -- who and which group had it last
    agent_id UUID,
    group_id UUID,
    agents UInt16,
    handed_over Bool,
    transferred Bool,
    effective Bool,
    -- the first message of an agent, and what came before it: the first of the contact, the first
    -- queueing, the last assignment
    first_contact_at DateTime64(6, 'UTC'),
    queued_at DateTime64(6, 'UTC'),
    assigned_at DateTime64(6, 'UTC'),
    answered_at DateTime64(6, 'UTC'),
    answered_by UUID,
    answered_in UUID,
    messages Array(Tuple(at DateTime64(6, 'UTC'), sender LowCardinality(String), agent UUID, group UUID)),
    replies Array(Tuple(asked_at DateTime64(6, 'UTC'), at DateTime64(6, 'UTC'), agent UUID, group UUID)),
    -- its stages one after the other; until is zero while it lasts
    stints Array(Tuple(stage LowCardinality(String), since DateTime64(6, 'UTC'), until DateTime64(6, 'UTC'),
        agent UUID, group UUID, next LowCardinality(String), next_agent UUID, next_outcome LowCardinality(String))),
    index started started_at type minmax granularity 1,
    index closed closed_at type minmax granularity 1
)
engine = ReplacingMergeTree(events)
order by (tenant_id, conversation_id);
