--liquibase formatted sql

--changeset wenda:knowledge-version-revision
-- how often the text was written: two editors of one draft have one number, but not one revision
alter table knowledge_version add column revision int not null default 1;

--changeset wenda:knowledge-version-terms
-- when and to whom the bot may say it
alter table knowledge_version
  add column valid_from timestamptz,
  add column valid_until timestamptz check (valid_until > valid_from),
  add column audience text not null default 'EVERYBODY'
    check (audience in ('EVERYBODY', 'MEMBERS', 'CHOSEN')),
  add column audience_channels uuid[] not null default '{}',
  add column audience_attributes jsonb not null default '{}';

--changeset wenda:knowledge-schedule
-- when an approved version is to be published, and what became of the attempts
alter table knowledge_version
  add column publish_at timestamptz,
  add column publish_by text,
  -- the next attempt; null where only a person can help
  add column publish_next timestamptz,
  add column publish_tries int not null default 0,
  add column publish_fault text;
create index knowledge_version_scheduled on knowledge_version (tenant_id, publish_next)
  where state = 'APPROVED' and publish_next is not null;
create policy system on knowledge_version for select to wenda_system
  using (state = 'APPROVED' and publish_next is not null);
grant select (tenant_id, entry_id, number, state, publish_next, publish_tries)
  on knowledge_version to wenda_system;

--changeset wenda:knowledge-review-due
alter table knowledge_entry
  add column review_due_at timestamptz,
  -- when that was told, once
  add column review_told_at timestamptz;
create index knowledge_entry_review on knowledge_entry (tenant_id, review_due_at)
  where review_due_at is not null and review_told_at is null;
create policy system on knowledge_entry for select to wenda_system
  using (review_due_at is not null and review_told_at is null);
grant select (tenant_id, id, review_due_at, review_told_at) on knowledge_entry to wenda_system;
