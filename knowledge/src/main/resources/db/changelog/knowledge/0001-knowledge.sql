--liquibase formatted sql

--changeset wenda:knowledge-entry
create table knowledge_entry (
  tenant_id uuid not null,
  id uuid not null,
  category text,
  tags text[] not null,
  -- what the bot answers with: changing this number is what publishing is
  published int,
  latest int not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index knowledge_entry_category on knowledge_entry (tenant_id, category, id);
alter table knowledge_entry enable row level security;
alter table knowledge_entry force row level security;
create policy tenant on knowledge_entry to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on knowledge_entry to wenda_app;

--changeset wenda:knowledge-version
create table knowledge_version (
  tenant_id uuid not null,
  entry_id uuid not null,
  number int not null,
  state text not null check (state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'RETIRED')),
  locale text not null,
  question text not null,
  similar_questions text[] not null,
  answer text not null,
  -- question, similar questions and answer as they are compared: normalised
  search_text text not null,
  author_id uuid,
  -- everybody whose words are in it: none of them may approve it under four-eyes review
  writers text[] not null,
  reviewer_id uuid,
  comment text,
  created_at timestamptz not null,
  published_at timestamptz,
  primary key (tenant_id, entry_id, number),
  foreign key (tenant_id, entry_id) references knowledge_entry
);
create unique index knowledge_version_open on knowledge_version (tenant_id, entry_id)
  where state in ('DRAFT', 'IN_REVIEW', 'APPROVED');
create unique index knowledge_version_published on knowledge_version (tenant_id, entry_id)
  where state = 'PUBLISHED';
create index knowledge_version_state on knowledge_version (tenant_id, state, entry_id);
alter table knowledge_version enable row level security;
alter table knowledge_version force row level security;
create policy tenant on knowledge_version to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on knowledge_version to wenda_app;

--changeset wenda:knowledge-indexing
-- What the search index ought to hold of each version, and the receipt for what it holds.
create table knowledge_indexing (
  tenant_id uuid not null,
  entry_id uuid not null,
  version int not null,
  wanted bigint not null,
  made bigint not null,
  -- the index that gave the receipt: another one knows nothing of it
  index_id text,
  primary key (tenant_id, entry_id, version),
  foreign key (tenant_id, entry_id, version) references knowledge_version
);
create index knowledge_indexing_due on knowledge_indexing (tenant_id) where made < wanted;
alter table knowledge_indexing enable row level security;
alter table knowledge_indexing force row level security;
create policy tenant on knowledge_indexing to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
create policy system on knowledge_indexing for select to wenda_system using (true);
grant select, insert, update on knowledge_indexing to wenda_app;
grant select on knowledge_indexing to wenda_system;

--changeset wenda:answering-thresholds
-- Only companies that chose others than the installation's.
create table answering_thresholds (
  tenant_id uuid primary key,
  answer double precision not null check (answer between 0 and 1),
  clarify double precision not null check (clarify between 0 and answer)
);
alter table answering_thresholds enable row level security;
alter table answering_thresholds force row level security;
create policy tenant on answering_thresholds to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on answering_thresholds to wenda_app;
