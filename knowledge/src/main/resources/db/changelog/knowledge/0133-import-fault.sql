--liquibase formatted sql

--changeset wenda:knowledge-import-fault-code
-- Why a file did not come in, for whoever says it in another language, and the number or name that matters.
alter table knowledge_import add column fault_code text, add column fault_about text;
