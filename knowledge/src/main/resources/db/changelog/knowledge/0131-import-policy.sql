--liquibase formatted sql

--changeset wenda:knowledge-import-policy
-- What becomes of lines whose entry exists already; those of before added one all the same.
alter table knowledge_import
  add column policy text not null default 'ADD' check (policy in ('SKIP', 'REVISE', 'ADD')),
  add column skipped int not null default 0;

-- What became of each line, for the file of results.
create table knowledge_import_outcome (
  tenant_id uuid not null,
  import_id uuid not null,
  line int not null,
  question text not null,
  outcome text not null
    check (outcome in ('CREATED', 'REVISED', 'SAME', 'SKIPPED', 'REFUSED')),
  entry_id uuid,
  primary key (tenant_id, import_id, line),
  foreign key (tenant_id, import_id) references knowledge_import on delete cascade
);
alter table knowledge_import_outcome enable row level security;
alter table knowledge_import_outcome force row level security;
create policy tenant on knowledge_import_outcome to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert on knowledge_import_outcome to wenda_app;
