--liquibase formatted sql

--changeset wenda:issuer-key
-- The issuer stands before any company: its tables have no tenant_id, and only wenda_system reads them.
create table issuer_key (
  name text primary key,
  sealed bytea not null,
  created_at timestamptz not null default now()
);
grant select, insert on issuer_key to wenda_system;

--changeset wenda:sign-in-session
create table sign_in_session (
  -- keyed hash of what the browser's cookie holds
  key_hash bytea primary key,
  company uuid not null,
  member uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index sign_in_session_member on sign_in_session (company, member);
create index sign_in_session_age on sign_in_session (expires_at);
grant select, insert, delete on sign_in_session to wenda_system;

--changeset wenda:oauth2-authorization
-- As Spring Authorization Server wants it.
create table oauth2_authorization (
  id varchar(100) primary key,
  registered_client_id varchar(100) not null,
  principal_name varchar(200) not null,
  authorization_grant_type varchar(100) not null,
  authorized_scopes varchar(1000),
  attributes text,
  state varchar(500),
  authorization_code_value text,
  authorization_code_issued_at timestamptz,
  authorization_code_expires_at timestamptz,
  authorization_code_metadata text,
  access_token_value text,
  access_token_issued_at timestamptz,
  access_token_expires_at timestamptz,
  access_token_metadata text,
  access_token_type varchar(100),
  access_token_scopes varchar(1000),
  oidc_id_token_value text,
  oidc_id_token_issued_at timestamptz,
  oidc_id_token_expires_at timestamptz,
  oidc_id_token_metadata text,
  refresh_token_value text,
  refresh_token_issued_at timestamptz,
  refresh_token_expires_at timestamptz,
  refresh_token_metadata text,
  user_code_value text,
  user_code_issued_at timestamptz,
  user_code_expires_at timestamptz,
  user_code_metadata text,
  device_code_value text,
  device_code_issued_at timestamptz,
  device_code_expires_at timestamptz,
  device_code_metadata text
);
create index oauth2_authorization_code on oauth2_authorization (authorization_code_value);
create index oauth2_authorization_access on oauth2_authorization using hash (access_token_value);
create index oauth2_authorization_id_token on oauth2_authorization using hash (oidc_id_token_value);
create index oauth2_authorization_age on oauth2_authorization (authorization_code_expires_at);
create index oauth2_authorization_principal on oauth2_authorization (principal_name);
grant select, insert, update, delete on oauth2_authorization to wenda_system;

--changeset wenda:oauth2-authorization-consent
create table oauth2_authorization_consent (
  registered_client_id varchar(100) not null,
  principal_name varchar(200) not null,
  authorities varchar(1000) not null,
  primary key (registered_client_id, principal_name)
);
grant select, insert, update, delete on oauth2_authorization_consent to wenda_system;
