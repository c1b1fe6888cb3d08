--liquibase formatted sql

--changeset wenda:answer-citation
-- Versions that a language model's answer cites besides the one that its message names.
create table answer_citation (
  tenant_id uuid not null,
  entry_id uuid not null,
  entry_version int not null,
  conversation_id uuid not null,
  reply_seq int not null,
  primary key (tenant_id, entry_id, entry_version, conversation_id, reply_seq),
  foreign key (tenant_id, conversation_id) references conversation
);
alter table answer_citation enable row level security;
alter table answer_citation force row level security;
create policy tenant on answer_citation to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert on answer_citation to wenda_app;
