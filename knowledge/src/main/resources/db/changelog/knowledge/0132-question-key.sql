--liquibase formatted sql

--changeset wenda:knowledge-question-key
-- The question in the form in which it is compared, hashed; null where an import is still to fill it in.
alter table knowledge_version add column question_key uuid;

--changeset wenda:knowledge-question-key-index runInTransaction:false
-- Who asks the same. Made while others write.
drop index concurrently if exists knowledge_version_question; -- one that was broken off
create index concurrently knowledge_version_question
  on knowledge_version (tenant_id, question_key);

--changeset wenda:knowledge-question-unkeyed-index runInTransaction:false
drop index concurrently if exists knowledge_version_unkeyed; -- one that was broken off
create index concurrently knowledge_version_unkeyed
  on knowledge_version (tenant_id, entry_id, number) where question_key is null;
