--liquibase formatted sql

--changeset wenda:bot-webhook
-- A company's own bot. Secrets are derived from these ids and the installation's key, and never stored.
create table bot_webhook (
  tenant_id uuid not null,
  channel_id uuid not null,
  url text not null,
  masked boolean not null,
  secret_id uuid not null,
  former_secret_id uuid,
  former_until timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, channel_id),
  foreign key (tenant_id, channel_id) references channel,
  check ((former_secret_id is null) = (former_until is null))
);
alter table bot_webhook enable row level security;
alter table bot_webhook force row level security;
create policy tenant on bot_webhook to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update, delete on bot_webhook to wenda_app;
