--liquibase formatted sql

--changeset wenda:knowledge-gap
-- Customers' questions that mean the same, and that the knowledge does not answer well.
create table knowledge_gap (
  tenant_id uuid not null,
  id uuid not null,
  -- whose vectors its questions have
  model text not null,
  state text not null check (state in ('OPEN', 'DONE', 'DISMISSED')),
  -- the most central of its questions
  question text not null,
  locale text not null,
  -- of its questions' vectors
  sum real[] not null,
  -- since it was opened last
  volume int not null,
  handled_millis bigint not null,
  -- asked after it was settled
  later int not null default 0,
  later_millis bigint not null default 0,
  first_asked_at timestamptz not null,
  last_asked_at timestamptz not null,
  reopened_at timestamptz,
  entry_id uuid,
  settled_at timestamptz,
  settled_by text,
  comment text,
  primary key (tenant_id, id),
  foreign key (tenant_id, entry_id) references knowledge_entry
);
create index knowledge_gap_entry on knowledge_gap (tenant_id, entry_id);
create index knowledge_gap_model on knowledge_gap (tenant_id, model);
alter table knowledge_gap enable row level security;
alter table knowledge_gap force row level security;
create policy tenant on knowledge_gap to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update, delete on knowledge_gap to wenda_app;

create table gap_question (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  seq int not null,
  channel_id uuid not null,
  locale text not null,
  -- masked
  question text not null,
  cause text not null check (cause in ('NO_ANSWER', 'ASKED_BACK', 'UNSURE', 'NOT_ENOUGH')),
  confidence double precision not null,
  -- what agents spent on the conversation because of it
  handled_millis bigint not null,
  -- masked: what an agent answered, where that helped
  reply text,
  asked_at timestamptz not null,
  -- null: it waits to be joined to one
  gap_id uuid,
  vector bytea,
  primary key (tenant_id, id),
  unique (tenant_id, conversation_id, seq),
  foreign key (tenant_id, gap_id) references knowledge_gap on delete cascade
);
create index gap_question_waiting on gap_question (tenant_id, id) where gap_id is null;
create index gap_question_gap on gap_question (tenant_id, gap_id, id);
alter table gap_question enable row level security;
alter table gap_question force row level security;
create policy tenant on gap_question to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
create policy waiting on gap_question for select to wenda_system using (gap_id is null);
grant select, insert, update, delete on gap_question to wenda_app;
grant select (tenant_id, gap_id) on gap_question to wenda_system;

--changeset wenda:knowledge-proposal
-- What agents answered where the bot could not.
create table knowledge_proposal (
  tenant_id uuid not null,
  id uuid not null,
  gap_id uuid not null,
  state text not null check (state in ('OPEN', 'ACCEPTED', 'DISMISSED')),
  locale text not null,
  -- both masked
  question text not null,
  answer text not null,
  -- how many answers said the same
  times int not null,
  conversation_id uuid not null,
  last_said_at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  primary key (tenant_id, id),
  foreign key (tenant_id, gap_id) references knowledge_gap on delete cascade
);
create index knowledge_proposal_gap on knowledge_proposal (tenant_id, gap_id, id);
alter table knowledge_proposal enable row level security;
alter table knowledge_proposal force row level security;
create policy tenant on knowledge_proposal to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update, delete on knowledge_proposal to wenda_app;
