--liquibase formatted sql

--changeset wenda:trial-result-asker
-- As whose a question is asked, as far as it matters to what she is told, and what it goes on from, masked.
alter table trial_result
  add column previous text,
  add column asker_channel uuid,
  add column asker_attributes jsonb not null default '{}';
