--liquibase formatted sql

--changeset wenda:knowledge-move
-- What was done to a version, by whom and with which words: never changed, never deleted.
create table knowledge_move (
  tenant_id uuid not null,
  entry_id uuid not null,
  version int not null,
  id uuid not null,
  from_state text,
  to_state text not null,
  comment text,
  author_key text not null,
  at timestamptz not null,
  primary key (tenant_id, entry_id, version, id),
  foreign key (tenant_id, entry_id, version) references knowledge_version
);
alter table knowledge_move enable row level security;
alter table knowledge_move force row level security;
create policy tenant on knowledge_move to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert on knowledge_move to wenda_app;
