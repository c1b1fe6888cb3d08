--liquibase formatted sql

--changeset wenda:shipping-cluster
-- The server whose transactions the outbox and the places count. After a restore, before any node starts:
--   update shipping_cluster set restored = true
create table shipping_cluster (
  one boolean primary key default true check (one),
  identifier bigint not null,
  restored boolean not null default false,
  -- where it is another server: the last event that the old one wrote
  last_id bigint
);
insert into shipping_cluster (identifier) select system_identifier from pg_control_system();
grant select, update on shipping_cluster to wenda_system;

--changeset wenda:outbox-restoring
-- transactions of another server are given new numbers, and nothing else of an event is changed
grant update (xid) on outbox to wenda_system;
create policy restoring on outbox for update to wenda_system using (true) with check (true);
