--liquibase formatted sql

--changeset wenda:knowledge-vector
-- The vector of each text that a version may be found by: to make the index again, or to look for
-- cells, no text has to be read by a model twice.
create table knowledge_vector (
  tenant_id uuid not null,
  entry_id uuid not null,
  version int not null,
  model text not null,
  -- SHA-256 of the text as it was read
  text_hash bytea not null,
  vector bytea not null,
  primary key (tenant_id, entry_id, version, model, text_hash),
  foreign key (tenant_id, entry_id, version) references knowledge_version
);
alter table knowledge_vector enable row level security;
alter table knowledge_vector force row level security;
create policy tenant on knowledge_vector to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, delete on knowledge_vector to wenda_app;

--changeset wenda:knowledge-cells
-- How a large company's vectors are divided: a question is compared with those of the nearest cells.
create table knowledge_cells (
  tenant_id uuid not null,
  model text not null,
  training int not null,
  state text not null check (state in ('TRAINING', 'MARKING', 'WRITING', 'LIVE', 'PAST')),
  -- texts that there were when it began
  texts bigint not null,
  began_at timestamptz not null,
  -- null while it is trained
  centroids bytea[],
  -- the documents of the entries up to this one are marked to be written again
  marked_to uuid,
  primary key (tenant_id, model, training)
);
create unique index knowledge_cells_live on knowledge_cells (tenant_id, model)
  where state = 'LIVE';
alter table knowledge_cells enable row level security;
alter table knowledge_cells force row level security;
create policy tenant on knowledge_cells to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
create policy system on knowledge_cells for select to wenda_system using (true);
grant select, insert, update, delete on knowledge_cells to wenda_app;
grant select on knowledge_cells to wenda_system;
