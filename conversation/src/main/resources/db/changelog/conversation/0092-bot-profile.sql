--liquibase formatted sql

--changeset wenda:bot-profile
-- How the bot shows itself on a channel, read and written as a whole.
create table bot_profile (
  tenant_id uuid not null,
  channel_id uuid not null,
  profile jsonb not null,
  primary key (tenant_id, channel_id),
  foreign key (tenant_id, channel_id) references channel
);
alter table bot_profile enable row level security;
alter table bot_profile force row level security;
create policy tenant on bot_profile to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on bot_profile to wenda_app;
