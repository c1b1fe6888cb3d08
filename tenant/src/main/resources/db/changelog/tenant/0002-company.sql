--liquibase formatted sql

--changeset wenda:company
create table company (
  tenant_id uuid primary key,
  name text not null,
  slug text not null,
  locale text not null,
  time_zone text not null,
  four_eyes_review boolean not null default false,
  -- the owner's address answered: until then no mail and no invitations
  verified_at timestamptz,
  created_at timestamptz not null
);
alter table company enable row level security;
alter table company force row level security;
create policy tenant on company to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on company to wenda_app;

--changeset wenda:member
create table member (
  tenant_id uuid not null references company,
  id uuid not null,
  name text not null,
  email text not null,
  -- lower case: one address is one member of a company
  email_key text not null,
  -- Argon2id; absent until an invitation is accepted
  password_hash text,
  roles text[] not null,
  state text not null check (state in ('INVITED', 'ACTIVE', 'REMOVED')),
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index member_address on member (tenant_id, email_key) where state <> 'REMOVED';
alter table member enable row level security;
alter table member force row level security;
create policy tenant on member to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on member to wenda_app;

--changeset wenda:mailed-link
-- What a link in a mail opens, once: an invitation or the proof that an address is read.
create table mailed_link (
  tenant_id uuid not null references company,
  id uuid not null,
  kind text not null check (kind in ('INVITATION', 'VERIFICATION')),
  member_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references member
);
create index mailed_link_member on mailed_link (tenant_id, member_id);
alter table mailed_link enable row level security;
alter table mailed_link force row level security;
create policy tenant on mailed_link to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on mailed_link to wenda_app;

--changeset wenda:api-key
create table api_key (
  tenant_id uuid not null references company,
  id uuid not null,
  name text not null,
  client_id text not null,
  -- keyed hash: the secret is 256 random bits, so a slow hash would add nothing
  secret_hash text not null,
  roles text[] not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id)
);
alter table api_key enable row level security;
alter table api_key force row level security;
create policy tenant on api_key to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on api_key to wenda_app;

--changeset wenda:identity-key
create table identity_key (
  tenant_id uuid not null references company,
  id uuid not null,
  key_id text not null,
  name text not null,
  algorithm text not null check (algorithm in ('ES256', 'EdDSA')),
  -- X.509 SubjectPublicKeyInfo
  public_key bytea not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id)
);
create unique index identity_key_id on identity_key (tenant_id, key_id);
alter table identity_key enable row level security;
alter table identity_key force row level security;
create policy tenant on identity_key to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on identity_key to wenda_app;

--changeset wenda:entitlement
-- What a company may use; written by billing, asked by the rooms that grant it.
create table entitlement (
  tenant_id uuid primary key references company,
  plan text not null,
  seats int,
  conversations_per_month bigint,
  valid_until timestamptz,
  updated_at timestamptz not null
);
alter table entitlement enable row level security;
alter table entitlement force row level security;
create policy tenant on entitlement to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert, update on entitlement to wenda_app;

--changeset wenda:audit
-- Who did what, in the transaction that did it; nobody changes or deletes a row.
create table audit (
  tenant_id uuid not null references company,
  id uuid not null,
  at timestamptz not null,
  caller text not null,
  action text not null,
  target text not null,
  detail jsonb not null,
  primary key (tenant_id, id)
);
alter table audit enable row level security;
alter table audit force row level security;
create policy tenant on audit to wenda_app
  using (tenant_id = current_setting('wenda.tenant_id')::uuid);
grant select, insert on audit to wenda_app;
