--liquibase formatted sql

--changeset wenda:handled-time
-- How long agents had it: ACTIVE and WRAP_UP together.
alter table conversation add column handled_millis bigint not null default 0;

--changeset wenda:conversation-ended
-- Conversations with the bot that ended and that nobody learned from yet.
create table conversation_ended (
  tenant_id uuid not null,
  conversation_id uuid not null,
  primary key (tenant_id, conversation_id),
  foreign key (tenant_id, conversation_id) references conversation
);
alter table conversation_ended enable row level security;
alter table conversation_ended force row level security;
create policy tenant on conversation_ended to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
create policy system on conversation_ended for select to wenda_system using (true);
-- update: taken for update, so that two nodes never take the same
grant select, insert, update, delete on conversation_ended to wenda_app;
grant select (tenant_id) on conversation_ended to wenda_system;
