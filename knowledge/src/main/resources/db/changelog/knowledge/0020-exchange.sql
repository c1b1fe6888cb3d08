--liquibase formatted sql

--changeset wenda:knowledge-upload
-- Files on their way in: kept for a day, or until they are imported.
create table knowledge_upload (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  format text not null,
  size bigint not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id)
);
create index knowledge_upload_expiry on knowledge_upload (tenant_id, expires_at);
create table knowledge_upload_part (
  tenant_id uuid not null,
  upload_id uuid not null,
  number int not null,
  bytes bytea not null,
  primary key (tenant_id, upload_id, number),
  foreign key (tenant_id, upload_id) references knowledge_upload on delete cascade
);
-- packed already, or soon gone
alter table knowledge_upload_part alter column bytes set storage external;
alter table knowledge_upload enable row level security;
alter table knowledge_upload force row level security;
create policy tenant on knowledge_upload to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
create policy system on knowledge_upload for select to wenda_system using (true);
create policy old on knowledge_upload for delete to wenda_system using (expires_at < now());
grant select, insert, update, delete on knowledge_upload to wenda_app;
grant select (tenant_id, id, expires_at), delete on knowledge_upload to wenda_system;
alter table knowledge_upload_part enable row level security;
alter table knowledge_upload_part force row level security;
create policy tenant on knowledge_upload_part to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, delete on knowledge_upload_part to wenda_app;

--changeset wenda:knowledge-import
create table knowledge_import (
  tenant_id uuid not null,
  id uuid not null,
  upload_id uuid not null,
  file_name text not null,
  format text not null,
  mapping jsonb not null,
  locale text not null,
  dry_run boolean not null,
  author_key text not null,
  state text not null default 'WAITING'
    check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  header jsonb,
  -- lines of the file, and how many of them are dealt with: counted in the transaction that does it
  lines int,
  done int not null default 0,
  created int not null default 0,
  revised int not null default 0,
  same int not null default 0,
  refused int not null default 0,
  to_publish int not null default 0,
  published int not null default 0,
  fault text,
  -- who works on it, until when nobody else may, and how often that came to nothing
  holder uuid,
  due_at timestamptz not null,
  attempts int not null default 0,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create index knowledge_import_due on knowledge_import (tenant_id, due_at)
  where state in ('WAITING', 'RUNNING');
alter table knowledge_import enable row level security;
alter table knowledge_import force row level security;
create policy tenant on knowledge_import to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
create policy system on knowledge_import for select to wenda_system using (true);
create policy old on knowledge_import for delete to wenda_system
  using (state in ('DONE', 'FAILED', 'CANCELLED'));
grant select, insert, update on knowledge_import to wenda_app;
grant select (tenant_id, id, state, due_at, created_at, ended_at), delete on knowledge_import
  to wenda_system;

-- Lines that were refused, as they stood in the file.
create table knowledge_import_fault (
  tenant_id uuid not null,
  import_id uuid not null,
  line int not null,
  field text,
  code text not null,
  message text not null,
  cells jsonb not null,
  primary key (tenant_id, import_id, line),
  foreign key (tenant_id, import_id) references knowledge_import on delete cascade
);
alter table knowledge_import_fault enable row level security;
alter table knowledge_import_fault force row level security;
create policy tenant on knowledge_import_fault to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert on knowledge_import_fault to wenda_app;

-- Versions that wait for the index before they are published.
create table knowledge_import_publication (
  tenant_id uuid not null,
  import_id uuid not null,
  entry_id uuid not null,
  version int not null,
  primary key (tenant_id, import_id, entry_id, version),
  foreign key (tenant_id, import_id) references knowledge_import on delete cascade
);
alter table knowledge_import_publication enable row level security;
alter table knowledge_import_publication force row level security;
create policy tenant on knowledge_import_publication to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, delete on knowledge_import_publication to wenda_app;
