--liquibase formatted sql

--changeset wenda:usage-line
-- What is billed, one row each, written in the transaction of the fact. A version of a conversation is
-- one fact, so the key makes it exactly once. No foreign key: the proof of a bill outlives the conversation.
create table usage_line (
  tenant_id uuid not null,
  conversation_id uuid not null,
  conversation_version int not null,
  id uuid not null,
  meter text not null check (meter in ('CONVERSATION', 'BOT_ANSWER')),
  month date not null check (extract(day from month) = 1),
  at timestamptz not null,
  knowledge_entry_id uuid,
  knowledge_version int,
  primary key (tenant_id, conversation_id, conversation_version),
  check (month = (date_trunc('month', at at time zone 'UTC'))::date),
  check ((knowledge_entry_id is null) = (knowledge_version is null))
);
-- pages of a month, and its figures without touching the table
create index usage_line_month on usage_line (tenant_id, month, id) include (meter);
alter table usage_line enable row level security;
alter table usage_line force row level security;
create policy tenant on usage_line to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert on usage_line to wenda_app;
