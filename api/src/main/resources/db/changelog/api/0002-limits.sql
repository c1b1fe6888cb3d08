--liquibase formatted sql

--changeset wenda:limits
-- What one address may do, over all nodes and restarts. The issuer's: before any company is known.
create table wrong_password (
  -- keyed hash of the sign-in address as it was typed
  address_hash bytea primary key,
  tries int not null,
  tried_at timestamptz not null,
  next_at timestamptz not null
);
create index wrong_password_age on wrong_password (tried_at);
grant select, insert, update, delete on wrong_password to wenda_system;

-- As Bucket4j wants it.
create table bucket (
  id text primary key,
  state bytea,
  expires_at bigint
);
create index bucket_age on bucket (expires_at);
grant select, insert, update, delete on bucket to wenda_system;
