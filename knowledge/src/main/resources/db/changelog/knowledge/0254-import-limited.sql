--liquibase formatted sql

--changeset wenda:knowledge-import-limited
-- Lines that limit to whom, or when, the bot may say their entry.
alter table knowledge_import add column limited int not null default 0;
