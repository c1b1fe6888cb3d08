--liquibase formatted sql

--changeset wenda:mail
-- Mails wanted, written in the transaction that wants them. What they say carries tokens: it goes when they are
-- sent or given up. The system role finds what is due, and removes what is old; it may not read what they say.
create table mail (
  tenant_id uuid not null,
  id uuid not null,
  recipient text not null,
  template text not null,
  locale text not null,
  content jsonb,
  state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'FAILED')),
  attempts int not null default 0,
  due_at timestamptz not null,
  wanted_at timestamptz not null,
  ended_at timestamptz,
  fault text,
  primary key (tenant_id, id),
  check ((state = 'WAITING') = (content is not null)),
  check ((state = 'WAITING') = (ended_at is null))
);
-- small: only what waits is in them
create index mail_due on mail (tenant_id, due_at) where state = 'WAITING';
create index mail_ended on mail (tenant_id, ended_at) where state <> 'WAITING';
alter table mail enable row level security;
alter table mail force row level security;
create policy tenant on mail to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
create policy due on mail for select to wenda_system using (true);
create policy old on mail for delete to wenda_system using (state <> 'WAITING');
grant select, insert, update on mail to wenda_app;
grant select (tenant_id, id, state, due_at, ended_at), delete on mail to wenda_system;
