--liquibase formatted sql

--changeset wenda:answering-words
-- What customers of a company say for the words of its knowledge, and what the bot keeps out of.
create table answering_words (
  tenant_id uuid primary key,
  version int not null,
  synonyms jsonb not null,
  sensitive text[] not null
);
alter table answering_words enable row level security;
alter table answering_words force row level security;
create policy tenant on answering_words to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on answering_words to wenda_app;

--changeset wenda:answering-calibration
-- How sure a company's own knowledge makes the bot, and when that is to be found out anew.
create table answering_calibration (
  tenant_id uuid primary key,
  version int not null,
  weights jsonb,
  made_at timestamptz,
  due_at timestamptz
);
alter table answering_calibration enable row level security;
alter table answering_calibration force row level security;
create policy tenant on answering_calibration to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
create policy system on answering_calibration for select to wenda_system using (true);
grant select, insert, update on answering_calibration to wenda_app;
grant select (tenant_id, due_at) on answering_calibration to wenda_system;
