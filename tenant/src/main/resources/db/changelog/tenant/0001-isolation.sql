--liquibase formatted sql

--changeset wenda:installation-secret
-- the installation's own secrets; only the system role reads them
create table installation_secret (
  name text primary key,
  value bytea not null,
  created_at timestamptz not null default now()
);
grant select, insert on installation_secret to wenda_system;

--changeset wenda:outbox
-- Facts on their way to the warehouse. Read in closed windows of xid, in order of id, per shard.
create table outbox (
  id bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  tenant_id uuid not null,
  shard smallint not null generated always as (get_byte(uuid_send(tenant_id), 15) & 63) stored,
  event_id uuid not null,
  type text not null,
  occurred_at timestamptz not null,
  written_at timestamptz not null default now(),
  conversation_id uuid,
  conversation_version int,
  payload jsonb not null
) partition by range (written_at);
create index outbox_order on outbox (shard, xid, id);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy tenant on outbox for insert to wenda_app
  with check (tenant_id = current_setting('wenda.tenant_id')::uuid);
create policy system on outbox for select to wenda_system using (true);
grant insert on outbox to wenda_app;
grant select on outbox to wenda_system;

--changeset wenda:outbox-partitions splitStatements:false
-- A partition has no policy of its own: made and dropped only here, with nothing granted on it.
create function make_outbox_partitions(days_ahead int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  day date;
  made int := 0;
  part text;
begin
  perform pg_advisory_xact_lock(hashtext('outbox_partitions'));
  for day in
    select generate_series(d, d + days_ahead, interval '1 day')::date
    from (select (now() at time zone 'UTC')::date as d) today
  loop
    part := 'outbox_' || to_char(day, 'YYYYMMDD');
    if to_regclass('public.' || part) is null then
      execute format('create table %I partition of outbox for values from (%L) to (%L)',
        part, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
      execute format('alter table %I enable row level security', part);
      execute format('alter table %I force row level security', part);
      made := made + 1;
    end if;
  end loop;
  return made;
end $$;
revoke all on function make_outbox_partitions(int) from public;
grant execute on function make_outbox_partitions(int) to wenda_system;

--changeset wenda:outbox-partitions-drop splitStatements:false
create function drop_outbox_partitions(before date) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  part text;
  dropped int := 0;
begin
  perform pg_advisory_xact_lock(hashtext('outbox_partitions'));
  for part in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'public.outbox'::regclass
      and c.relname < 'outbox_' || to_char(before, 'YYYYMMDD')
  loop
    execute format('drop table %I', part);
    dropped := dropped + 1;
  end loop;
  return dropped;
end $$;
revoke all on function drop_outbox_partitions(date) from public;
grant execute on function drop_outbox_partitions(date) to wenda_system;

--changeset wenda:outbox-partitions-first
select make_outbox_partitions(7);

--changeset wenda:directory
-- What is asked before a company is known. No grants: two functions are the only way in.
create table directory (
  kind text not null,
  key_hash bytea not null,
  tenant_id uuid not null,
  target_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (kind, key_hash, tenant_id, target_id)
);
alter table directory enable row level security;
alter table directory force row level security;
create policy functions on directory to wenda_owner using (true) with check (true);

--changeset wenda:directory-functions splitStatements:false
create function directory_find(p_kind text, p_key bytea)
returns table (tenant_id uuid, target_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.tenant_id, d.target_id from directory d
  where d.kind = p_kind and d.key_hash = p_key
  order by d.created_at, d.target_id limit 50
$$;

create function directory_put(p_kind text, p_key bytea, p_target uuid) returns boolean
language sql security definer set search_path = public, pg_temp as $$
  insert into directory (kind, key_hash, tenant_id, target_id)
  values (p_kind, p_key, current_setting('wenda.tenant_id')::uuid, p_target)
  on conflict do nothing;
  select true
$$;

create function directory_remove(p_kind text, p_key bytea, p_target uuid) returns boolean
language sql security definer set search_path = public, pg_temp as $$
  delete from directory
  where kind = p_kind and key_hash = p_key
    and tenant_id = current_setting('wenda.tenant_id')::uuid and target_id = p_target;
  select true
$$;
revoke all on function directory_find(text, bytea) from public;
revoke all on function directory_put(text, bytea, uuid) from public;
revoke all on function directory_remove(text, bytea, uuid) from public;
grant execute on function directory_find(text, bytea) to wenda_app, wenda_system;
grant execute on function directory_put(text, bytea, uuid) to wenda_app;
grant execute on function directory_remove(text, bytea, uuid) to wenda_app;

--changeset wenda:idempotency
create table idempotency (
  tenant_id uuid not null,
  caller text not null,
  mutation text not null,
  key text not null,
  input_hash text not null,
  result uuid[] not null,
  at timestamptz not null default now(),
  primary key (tenant_id, caller, mutation, key)
);
create index idempotency_age on idempotency (tenant_id, at);
alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy tenant on idempotency to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update, delete on idempotency to wenda_app;
