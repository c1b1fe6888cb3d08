#!/usr/bin/env bash
# The image runs it once, on an empty data folder.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -U postgres -d postgres -f /roles.sql \
  -v owner="$POSTGRES_OWNER_PASSWORD" -v app="$POSTGRES_APP_PASSWORD" -v system="$POSTGRES_SYSTEM_PASSWORD"
