--liquibase formatted sql

--changeset wenda:knowledge-index-refusal
-- What the search index will not take as it is: of that revision, and of that index alone.
create table knowledge_index_refusal (
  tenant_id uuid not null,
  entry_id uuid not null,
  version int not null,
  revision bigint not null,
  index_id text not null,
  reason text not null,
  refused_at timestamptz not null default now(),
  primary key (tenant_id, entry_id, version),
  foreign key (tenant_id, entry_id, version) references knowledge_version
);
alter table knowledge_index_refusal enable row level security;
alter table knowledge_index_refusal force row level security;
create policy tenant on knowledge_index_refusal to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
create policy system on knowledge_index_refusal for select to wenda_system using (true);
grant select, insert, update on knowledge_index_refusal to wenda_app;
grant select on knowledge_index_refusal to wenda_system;
