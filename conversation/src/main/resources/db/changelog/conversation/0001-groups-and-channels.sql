--liquibase formatted sql

--changeset wenda:skill-group
create table skill_group (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  general boolean not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
create unique index skill_group_general on skill_group (tenant_id) where general;
alter table skill_group enable row level security;
alter table skill_group force row level security;
create policy tenant on skill_group to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on skill_group to wenda_app;

--changeset wenda:skill-group-member
create table skill_group_member (
  tenant_id uuid not null,
  group_id uuid not null,
  member_id uuid not null,
  level int not null check (level between 1 and 10),
  capacity int not null check (capacity between 0 and 100),
  primary key (tenant_id, group_id, member_id),
  foreign key (tenant_id, group_id) references skill_group
);
create index skill_group_member_groups on skill_group_member (tenant_id, member_id);
alter table skill_group_member enable row level security;
alter table skill_group_member force row level security;
create policy tenant on skill_group_member to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update, delete on skill_group_member to wenda_app;

--changeset wenda:agent-load
-- An agent's availability and how many ACTIVE conversations are hers: one row, so that a claim is one update.
create table agent_load (
  tenant_id uuid not null,
  member_id uuid not null,
  status text not null check (status in ('ONLINE', 'AWAY', 'OFFLINE')),
  reason text,
  since timestamptz not null,
  load int not null default 0 check (load >= 0),
  assigned_at timestamptz,
  primary key (tenant_id, member_id)
);
alter table agent_load enable row level security;
alter table agent_load force row level security;
create policy tenant on agent_load to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
create policy system on agent_load for select to wenda_system using (status = 'ONLINE');
grant select, insert, update on agent_load to wenda_app;
grant select (tenant_id, member_id, status) on agent_load to wenda_system;

--changeset wenda:channel
create table channel (
  tenant_id uuid not null,
  id uuid not null,
  type text not null,
  name text not null,
  enabled boolean not null,
  group_id uuid not null,
  public_key text,
  allowed_origins text[] not null,
  bot_enabled boolean not null,
  greeting text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, group_id) references skill_group
);
alter table channel enable row level security;
alter table channel force row level security;
create policy tenant on channel to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on channel to wenda_app;
