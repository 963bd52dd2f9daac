#!/bin/sh
# Builds the contract. Maven calls it; it says in one sentence what is missing.
cd "$(dirname "$0")" || exit 1
if ! command -v node >/dev/null 2>&1; then
  echo "mobile-api-spec: Node 20.19 or newer is needed to lint and bundle the API contract, and 'node' is not found. Install it from your system's packages." >&2
  exit 1
fi
exec node bundle.mjs "$@"
