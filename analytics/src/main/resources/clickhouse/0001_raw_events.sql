-- Every event of every company, as it was shipped. The shipper writes the plain columns; the others are read out of
-- the payload here, so that a new one needs no new shipper. None is the type's zero.
create table if not exists raw_events
(
    tenant_id UUID,
    event_id UUID,
    ship_id UUID,
    -- 1, 2, 3 .. per company, in the order of shipping
    event_number UInt64,
    type LowCardinality(String),
    occurred_at DateTime64(6, 'UTC') codec(Delta, ZSTD(1)),
    conversation_id UUID,
    conversation_version UInt32,
    payload String codec(ZSTD(3)),
    arrived_at DateTime64(6, 'UTC') materialized now64(6),
    channel_id UUID materialized toUUIDOrZero(JSONExtractString(payload, 'channel')),
    contact_key UUID materialized toUUIDOrZero(JSONExtractString(payload, 'contactKey')),
    bot Bool materialized JSONExtractBool(payload, 'bot'),
    sender LowCardinality(String) materialized JSONExtractString(payload, 'sender'),
    internal Bool materialized JSONExtractBool(payload, 'internal'),
    entry_id UUID materialized toUUIDOrZero(JSONExtractString(payload, 'entry')),
    group_id UUID materialized toUUIDOrZero(JSONExtractString(payload, 'group')),
    agent_id UUID materialized toUUIDOrZero(JSONExtractString(payload, 'agent')),
    cause LowCardinality(String) materialized JSONExtractString(payload, 'cause'),
    outcome LowCardinality(String) materialized JSONExtractString(payload, 'outcome'),
    bot_outcome LowCardinality(String) materialized JSONExtractString(payload, 'botOutcome'),
    survey_sent Bool materialized JSONExtractBool(payload, 'surveySent'),
    score UInt8 materialized toUInt8(JSONExtractUInt(payload, 'score')),
    index ship ship_id type bloom_filter(0.001) granularity 1,
    index day occurred_at type minmax granularity 1
)
-- what was sent twice has the same key and partition: it is one event after a merge and under FINAL
engine = ReplacingMergeTree
partition by toYYYYMM(occurred_at)
order by (tenant_id, conversation_id, conversation_version, event_id)
settings non_replicated_deduplication_window = 100000;
