--liquibase formatted sql

--changeset wenda:knowledge-reindex
-- Indices that were filled from the database beside the live one, to take its place. Of the
-- installation, so there is no company.
create table knowledge_reindex (
  number int generated always as identity primary key,
  -- version of the index's definition
  definition int not null,
  state text not null check (state in ('FILLING', 'MOVING', 'CLEARING', 'DONE', 'FAILED')),
  -- what OpenSearch calls it; null until it is made
  index_id text,
  -- the index that was live before: a receipt of it is worth nothing from MOVING on
  replaced_id text,
  -- how many it held when it took the place
  documents bigint,
  began_at timestamptz not null default now(),
  moved_at timestamptz,
  ended_at timestamptz,
  -- the node that works on it
  holder uuid,
  held_until timestamptz
);
create unique index knowledge_reindex_one on knowledge_reindex ((true))
  where state in ('FILLING', 'MOVING', 'CLEARING');
grant select on knowledge_reindex to wenda_app;
grant select, insert, update on knowledge_reindex to wenda_system;

--changeset wenda:knowledge-rebuild
-- A company's documents, written again in place: its last time.
create table knowledge_rebuild (
  tenant_id uuid primary key,
  state text not null check (state in ('MARKING', 'WRITING', 'DONE')),
  -- the documents of the entries up to this one are marked to be written again
  marked_to uuid,
  began_at timestamptz not null,
  ended_at timestamptz,
  -- until then another node compares
  held_until timestamptz,
  -- what the comparison at its end found
  missing bigint not null default 0,
  outdated bigint not null default 0,
  torn bigint not null default 0,
  surplus bigint not null default 0
);
alter table knowledge_rebuild enable row level security;
alter table knowledge_rebuild force row level security;
create policy tenant on knowledge_rebuild to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
create policy system on knowledge_rebuild for select to wenda_system using (true);
grant select, insert, update on knowledge_rebuild to wenda_app;
grant select on knowledge_rebuild to wenda_system;
