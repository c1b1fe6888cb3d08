--liquibase formatted sql

--changeset wenda:knowledge-file
-- Bytes that versions have attached, each once in a company.
create table knowledge_file (
  tenant_id uuid not null,
  id uuid not null,
  hash bytea not null,
  name text not null,
  type text not null,
  size bigint not null,
  -- since when no version has it; null while one does
  unused_since timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, hash)
);
create index knowledge_file_unused on knowledge_file (tenant_id, unused_since)
  where unused_since is not null;
create table knowledge_file_part (
  tenant_id uuid not null,
  file_id uuid not null,
  number int not null,
  bytes bytea not null,
  primary key (tenant_id, file_id, number),
  foreign key (tenant_id, file_id) references knowledge_file on delete cascade
);
-- packed already
alter table knowledge_file_part alter column bytes set storage external;
alter table knowledge_file enable row level security;
alter table knowledge_file force row level security;
create policy tenant on knowledge_file to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
create policy system on knowledge_file for select to wenda_system
  using (unused_since is not null);
create policy unused on knowledge_file for delete to wenda_system
  using (unused_since is not null);
grant select, insert, update on knowledge_file to wenda_app;
grant select (tenant_id, id, unused_since), delete on knowledge_file to wenda_system;
alter table knowledge_file_part enable row level security;
alter table knowledge_file_part force row level security;
create policy tenant on knowledge_file_part to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert on knowledge_file_part to wenda_app;

--changeset wenda:knowledge-attachment
create table knowledge_attachment (
  tenant_id uuid not null,
  entry_id uuid not null,
  version int not null,
  file_id uuid not null,
  name text not null,
  position int not null,
  primary key (tenant_id, entry_id, version, file_id),
  foreign key (tenant_id, entry_id, version) references knowledge_version,
  foreign key (tenant_id, file_id) references knowledge_file
);
create index knowledge_attachment_file on knowledge_attachment (tenant_id, file_id);
alter table knowledge_attachment enable row level security;
alter table knowledge_attachment force row level security;
create policy tenant on knowledge_attachment to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update, delete on knowledge_attachment to wenda_app;
