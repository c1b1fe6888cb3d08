--liquibase formatted sql

--changeset wenda:shipping
-- Processes that ship; alive while their lease lasts.
create table shipper (
  node uuid primary key,
  lease_until timestamptz not null,
  fresh_as_of timestamptz not null
);

-- How far each shard is recorded: all of xid below lo, and of the window lo .. hi the ids up to id.
create table shipping_place (
  shard smallint primary key check (shard between 0 and 63),
  holder uuid,
  lo xid8 not null default '0',
  hi xid8 not null default '0',
  id bigint not null default 0
);
insert into shipping_place (shard) select generate_series(0, 63);

-- What is sent at once. Recorded before it is sent, so that a repetition is the same rows.
create table shipment (
  ship_id uuid primary key,
  state text not null check (state in ('RECORDED', 'SHIPPED')),
  events int not null,
  recorded_at timestamptz not null default now(),
  shipped_at timestamptz
);
create index shipment_open on shipment (recorded_at) where state = 'RECORDED';
create table shipment_range (
  ship_id uuid not null references shipment on delete cascade,
  shard smallint not null,
  lo xid8 not null,
  hi xid8 not null,
  id_from bigint not null,
  id_to bigint not null,
  events int not null,
  -- the first event number that each company of the range gets
  tenants uuid[] not null,
  numbers bigint[] not null,
  primary key (ship_id, shard)
);

-- The last event number given, per company.
create table event_number (
  tenant_id uuid primary key,
  last bigint not null
);

-- What was recorded, per company and day (UTC) of the event; the part of it whose outbox is gone.
create table shipped_day (
  tenant_id uuid not null,
  day date not null,
  events bigint not null,
  checksum bigint not null,
  gone_events bigint not null default 0,
  gone_checksum bigint not null default 0,
  primary key (tenant_id, day)
);
alter table event_number enable row level security;
alter table event_number force row level security;
create policy system on event_number to wenda_system using (true);
alter table shipped_day enable row level security;
alter table shipped_day force row level security;
create policy system on shipped_day to wenda_system using (true);

grant select, insert, update, delete on shipper, shipment, shipment_range to wenda_system;
grant select, update on shipping_place to wenda_system;
grant select, insert, update on event_number, shipped_day to wenda_system;
