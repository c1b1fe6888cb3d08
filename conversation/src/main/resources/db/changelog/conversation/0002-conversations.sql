--liquibase formatted sql

--changeset wenda:contact
create table contact (
  tenant_id uuid not null,
  id uuid not null,
  -- how the warehouse knows her: random, so that erasing her here leaves nobody there
  contact_key uuid not null,
  subject text,
  name text,
  email text,
  phone text,
  attributes jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, subject)
);
alter table contact enable row level security;
alter table contact force row level security;
create policy tenant on contact to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on contact to wenda_app;

--changeset wenda:visitor
create table visitor (
  tenant_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  contact_id uuid not null,
  verified boolean not null,
  locale text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, channel_id) references channel,
  foreign key (tenant_id, contact_id) references contact
);
create index visitor_contact on visitor (tenant_id, contact_id);
alter table visitor enable row level security;
alter table visitor force row level security;
create policy tenant on visitor to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on visitor to wenda_app;

--changeset wenda:conversation
create table conversation (
  tenant_id uuid not null,
  id uuid not null,
  version int not null,
  state text not null check (state in ('BOT', 'QUEUED', 'ACTIVE', 'WRAP_UP', 'CLOSED')),
  state_since timestamptz not null,
  -- version at which its present owner got it: what was decided for an earlier owner is late
  owner_version int not null,
  channel_id uuid not null,
  contact_id uuid not null,
  contact_key uuid not null,
  locale text not null,
  bot boolean not null,
  answered boolean not null default false,
  handed_over boolean not null default false,
  served boolean not null default false,
  assignee_id uuid,
  last_agent_id uuid,
  group_id uuid,
  last_seq int not null default 0,
  last_contact_seq int not null default 0,
  -- the last contact message that the bot took its turn on
  bot_seq int not null default 0,
  started_at timestamptz not null,
  last_message_at timestamptz not null,
  closed_at timestamptz,
  outcome text,
  bot_outcome text,
  disposition text,
  summary text,
  rating_score int check (rating_score between 1 and 5),
  rating_comment text,
  rated_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, channel_id) references channel,
  foreign key (tenant_id, contact_id) references contact,
  foreign key (tenant_id, group_id) references skill_group,
  check ((state = 'CLOSED') = (closed_at is not null)),
  check ((state = 'CLOSED') = (outcome is not null)),
  check (state <> 'QUEUED' or group_id is not null),
  check (state not in ('ACTIVE', 'WRAP_UP') or assignee_id is not null),
  check (state not in ('BOT', 'QUEUED') or assignee_id is null)
);
create unique index conversation_open on conversation (tenant_id, channel_id, contact_id)
  where state <> 'CLOSED';
create index conversation_contact on conversation (tenant_id, contact_id, id);
create index conversation_assignee on conversation (tenant_id, assignee_id, id);
create index conversation_queue on conversation (tenant_id, group_id, state_since, id)
  where state = 'QUEUED';
-- what the clock looks at
create index conversation_clock on conversation (tenant_id, state, state_since)
  where state <> 'CLOSED';
alter table conversation enable row level security;
alter table conversation force row level security;
create policy tenant on conversation to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
-- the clock finds what is due; it reads no more than that, and changes nothing
create policy system on conversation for select to wenda_system using (state <> 'CLOSED');
grant select, insert, update on conversation to wenda_app;
grant select (tenant_id, id, state, state_since, last_message_at, last_contact_seq, bot_seq)
  on conversation to wenda_system;

--changeset wenda:message
create table message (
  tenant_id uuid not null,
  conversation_id uuid not null,
  seq int not null,
  id uuid not null,
  sender text not null check (sender in ('CONTACT', 'BOT', 'AGENT', 'SYSTEM')),
  sender_key text,
  client_message_id text,
  agent_id uuid,
  text text not null,
  internal boolean not null,
  source_entry uuid,
  source_version int,
  source_question text,
  choices jsonb,
  sent_at timestamptz not null,
  primary key (tenant_id, conversation_id, seq),
  unique (tenant_id, id),
  unique (tenant_id, sender_key, client_message_id),
  foreign key (tenant_id, conversation_id) references conversation
);
alter table message enable row level security;
alter table message force row level security;
create policy tenant on message to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert on message to wenda_app;

--changeset wenda:bot-turn
-- Receipts: what the bot decided about a contact message, from which candidates.
create table bot_turn (
  tenant_id uuid not null,
  conversation_id uuid not null,
  seq int not null,
  decision text not null check (decision in ('ANSWER', 'CLARIFY', 'HANDOVER')),
  confidence double precision not null,
  entry_id uuid,
  entry_version int,
  candidates jsonb not null,
  reply_seq int,
  at timestamptz not null,
  primary key (tenant_id, conversation_id, seq),
  foreign key (tenant_id, conversation_id) references conversation
);
alter table bot_turn enable row level security;
alter table bot_turn force row level security;
create policy tenant on bot_turn to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert on bot_turn to wenda_app;

--changeset wenda:handover
create table handover (
  tenant_id uuid not null,
  conversation_id uuid not null,
  version int not null,
  reason text not null,
  question_seq int not null,
  at timestamptz not null,
  primary key (tenant_id, conversation_id, version),
  foreign key (tenant_id, conversation_id) references conversation
);
alter table handover enable row level security;
alter table handover force row level security;
create policy tenant on handover to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert on handover to wenda_app;

--changeset wenda:routing-decision
-- Why this agent, and why waiting: at most one of each for one stay in the queue.
create table routing_decision (
  tenant_id uuid not null,
  conversation_id uuid not null,
  owner_version int not null,
  outcome text not null check (outcome in ('ASSIGNED', 'WAITING')),
  group_id uuid not null,
  agent_id uuid,
  agents jsonb not null,
  at timestamptz not null,
  primary key (tenant_id, conversation_id, owner_version, outcome),
  foreign key (tenant_id, conversation_id) references conversation
);
alter table routing_decision enable row level security;
alter table routing_decision force row level security;
create policy tenant on routing_decision to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert on routing_decision to wenda_app;

--changeset wenda:visitor-presence
create table visitor_presence (
  tenant_id uuid not null,
  conversation_id uuid not null,
  seen_at timestamptz not null,
  primary key (tenant_id, conversation_id),
  foreign key (tenant_id, conversation_id) references conversation
);
alter table visitor_presence enable row level security;
alter table visitor_presence force row level security;
create policy tenant on visitor_presence to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
create policy system on visitor_presence for select to wenda_system using (true);
grant select, insert, update on visitor_presence to wenda_app;
grant select on visitor_presence to wenda_system;
