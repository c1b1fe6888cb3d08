--liquibase formatted sql

--changeset wenda:question-set
-- Questions that a company tries its knowledge on, with what it expects.
create table question_set (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
alter table question_set enable row level security;
alter table question_set force row level security;
create policy tenant on question_set to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update, delete on question_set to wenda_app;

create table set_question (
  tenant_id uuid not null,
  set_id uuid not null,
  id uuid not null,
  question text not null,
  locale text not null,
  -- null: no answer is expected
  expected_entry uuid,
  primary key (tenant_id, set_id, id),
  unique (tenant_id, id),
  foreign key (tenant_id, set_id) references question_set on delete cascade,
  foreign key (tenant_id, expected_entry) references knowledge_entry
);
create index set_question_expected on set_question (tenant_id, expected_entry);
alter table set_question enable row level security;
alter table set_question force row level security;
create policy tenant on set_question to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update, delete on set_question to wenda_app;

--changeset wenda:knowledge-trial
-- A batch test of a set, or the replay of a change over all sets and the customers' last questions.
create table knowledge_trial (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('BATCH', 'REPLAY')),
  set_id uuid,
  -- the run of the set that this one is compared with
  previous uuid,
  state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
  -- until then whoever has it in hand is taken to be alive
  lease_until timestamptz not null,
  attempts int not null default 0,
  fault text,
  total int not null default 0,
  done int not null default 0,
  passed int not null default 0,
  failed int not null default 0,
  same int not null default 0,
  better int not null default 0,
  worse int not null default 0,
  newly_answered int not null default 0,
  lost int not null default 0,
  asked_by text not null,
  asked_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  overridden_by text,
  overridden_at timestamptz,
  override_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, set_id) references question_set on delete cascade
);
create index knowledge_trial_due on knowledge_trial (tenant_id, lease_until)
  where state in ('WAITING', 'RUNNING');
create index knowledge_trial_set on knowledge_trial (tenant_id, set_id, id);
alter table knowledge_trial enable row level security;
alter table knowledge_trial force row level security;
create policy tenant on knowledge_trial to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
create policy due on knowledge_trial for select to wenda_system using (true);
grant select, insert, update, delete on knowledge_trial to wenda_app;
grant select (tenant_id, id, state, lease_until) on knowledge_trial to wenda_system;

create table trial_change (
  tenant_id uuid not null,
  trial_id uuid not null,
  entry_id uuid not null,
  -- null: the entry is retired
  version int,
  -- digest of the questions that were played: a draft may be revised afterwards
  digest text,
  primary key (tenant_id, trial_id, entry_id),
  foreign key (tenant_id, trial_id) references knowledge_trial on delete cascade,
  foreign key (tenant_id, entry_id) references knowledge_entry
);
create index trial_change_entry on trial_change (tenant_id, entry_id, trial_id);
alter table trial_change enable row level security;
alter table trial_change force row level security;
create policy tenant on trial_change to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, delete on trial_change to wenda_app;

create table trial_result (
  tenant_id uuid not null,
  trial_id uuid not null,
  place int not null,
  -- null: a customer asked it, masked, and nothing is expected
  question_id uuid,
  question text not null,
  locale text not null,
  expected_entry uuid,
  before_decision text,
  before_entry uuid,
  before_version int,
  before_confidence double precision,
  -- null: not asked yet
  decision text,
  entry_id uuid,
  version int,
  confidence double precision,
  passed boolean,
  effect text,
  primary key (tenant_id, trial_id, place),
  foreign key (tenant_id, trial_id) references knowledge_trial on delete cascade
);
create index trial_result_waiting on trial_result (tenant_id, trial_id, place)
  where decision is null;
alter table trial_result enable row level security;
alter table trial_result force row level security;
create policy tenant on trial_result to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update, delete on trial_result to wenda_app;

--changeset wenda:replay-gate
-- Only companies that chose; without a limit nothing is held back.
create table replay_gate (
  tenant_id uuid primary key,
  worse_limit int check (worse_limit >= 0),
  customer_questions int not null check (customer_questions between 0 and 10000)
);
alter table replay_gate enable row level security;
alter table replay_gate force row level security;
create policy tenant on replay_gate to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on replay_gate to wenda_app;
-- whether anything else was published since a replay
create index knowledge_move_live on knowledge_move (tenant_id, at)
  where to_state in ('PUBLISHED', 'RETIRED');
