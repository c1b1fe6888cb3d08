--liquibase formatted sql

--changeset wenda:ticket-counter
create table ticket_counter (
  tenant_id uuid primary key,
  last int not null
);
alter table ticket_counter enable row level security;
alter table ticket_counter force row level security;
create policy tenant on ticket_counter to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on ticket_counter to wenda_app;

--changeset wenda:ticket
create table ticket (
  tenant_id uuid not null,
  id uuid not null,
  number int not null,
  subject text not null,
  description text,
  state text not null check (state in ('OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED')),
  author_key text not null,
  assignee_id uuid,
  conversation_id uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, conversation_id) references conversation
);
create index ticket_conversation on ticket (tenant_id, conversation_id, id);
alter table ticket enable row level security;
alter table ticket force row level security;
create policy tenant on ticket to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on ticket to wenda_app;

--changeset wenda:ticket-move
-- History: never changed, never deleted.
create table ticket_move (
  tenant_id uuid not null,
  ticket_id uuid not null,
  id uuid not null,
  from_state text,
  to_state text not null,
  comment text,
  author_key text not null,
  at timestamptz not null,
  primary key (tenant_id, ticket_id, id),
  foreign key (tenant_id, ticket_id) references ticket
);
alter table ticket_move enable row level security;
alter table ticket_move force row level security;
create policy tenant on ticket_move to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert on ticket_move to wenda_app;
