--liquibase formatted sql

--changeset wenda:intents
-- What customers want done; the newest version of each name holds. The set's version counts all changes.
create table intent_set (
  tenant_id uuid primary key,
  version int not null,
  changed_by text not null
);
create table intent (
  tenant_id uuid not null,
  name text not null,
  version int not null,
  enabled boolean not null,
  examples text[] not null,
  group_id uuid not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, name, version)
);
create table intent_training (
  tenant_id uuid not null,
  version int not null,
  changed_by text not null,
  made_at timestamptz not null,
  intents int not null,
  examples int not null,
  accuracy double precision not null,
  primary key (tenant_id, version)
);
alter table intent_set enable row level security;
alter table intent_set force row level security;
create policy tenant on intent_set to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on intent_set to wenda_app;
alter table intent enable row level security;
alter table intent force row level security;
create policy tenant on intent to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert on intent to wenda_app;
alter table intent_training enable row level security;
alter table intent_training force row level security;
create policy tenant on intent_training to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert on intent_training to wenda_app;
