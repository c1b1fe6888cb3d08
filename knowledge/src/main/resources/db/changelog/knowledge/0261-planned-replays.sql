--liquibase formatted sql

--changeset wenda:knowledge-trial-planned
-- Begun by the clock for what is planned, not by somebody who looks at it.
alter table knowledge_trial add column planned boolean not null default false;
