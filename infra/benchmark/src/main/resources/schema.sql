create schema if not exists bare;
create table if not exists bare.conversation (
  id uuid primary key,
  last_seq int not null default 0
);
create table if not exists bare.message (
  conversation_id uuid not null references bare.conversation,
  seq int not null,
  id uuid not null,
  client_message_id text not null,
  text text not null,
  sent_at timestamptz not null default now(),
  primary key (conversation_id, seq)
);
create table if not exists bare.outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null,
  type text not null,
  conversation_id uuid not null,
  payload jsonb not null,
  written_at timestamptz not null default now()
);
