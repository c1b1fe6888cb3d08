--liquibase formatted sql

--changeset wenda:generation
-- The language model that a company lets word its answers; its key is sealed.
create table generation (
  tenant_id uuid primary key,
  version int not null,
  enabled boolean not null,
  base_url text not null,
  model text not null,
  api_key text not null,
  seconds int not null check (seconds between 1 and 60),
  max_tokens int not null check (max_tokens between 16 and 4000)
);
alter table generation enable row level security;
alter table generation force row level security;
create policy tenant on generation to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on generation to wenda_app;
