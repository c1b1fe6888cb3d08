--liquibase formatted sql

--changeset wenda:knowledge-trial-holder
-- Who has it in hand; from now on attempts are those in vain, in a row and at one place.
alter table knowledge_trial add column holder uuid;
update knowledge_trial set attempts = 0 where state in ('WAITING', 'RUNNING');

--changeset wenda:knowledge-trial-stopped
alter table knowledge_trial
  drop constraint knowledge_trial_state_check,
  add constraint knowledge_trial_state_check
    check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'STOPPED'));
