--liquibase formatted sql

--changeset wenda:offered-plan
-- The plans as Stripe last told them: of the installation, not of a company, and the same for all nodes.
-- A plan that is offered no longer stays, for the companies that have it.
create table offered_plan (
  key text primary key,
  name text not null,
  seats int,
  conversations_per_month bigint,
  price_id text not null,
  currency text not null,
  amount numeric not null,
  interval text not null,
  every int not null,
  offered boolean not null,
  read_at timestamptz not null
);
grant select on offered_plan to wenda_app;
grant select, insert, update on offered_plan to wenda_system;
