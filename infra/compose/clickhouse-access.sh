#!/usr/bin/env bash
# The image runs it once, on an empty data folder.
set -euo pipefail
sed -e "s/CHANGE-ME-WRITER/$CLICKHOUSE_WRITER_PASSWORD/" -e "s/CHANGE-ME-READER/$CLICKHOUSE_READER_PASSWORD/" /server-access.sql |
  clickhouse-client --user "$CLICKHOUSE_USER" --password "$CLICKHOUSE_PASSWORD" --multiquery
