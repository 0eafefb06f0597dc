#!/usr/bin/env bash
# Kills an ingest of the sample corpus at random moments, ten times, goes on
# where it was, and proves that nothing acknowledged was lost or doubled.
#   kill.sh ./rapporteur [ROUNDS]
set -euo pipefail
bin=$(cd "$(dirname "$1")" && pwd)/$(basename "$1"); rounds=${2:-10}
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
"$bin" demo "$dir/whole" >/dev/null 2>&1 || true   # the sample files, and what a quiet run makes of them
received=$dir/whole/received
RANDOM=${SEED:-1305}
lost=0
for round in $(seq "$rounds"); do
  space=$dir/space-$round; "$bin" init "$space" >/dev/null
  cp "$dir/whole/workspace/members.yaml" "$space/"
  "$bin" -w "$space" ingest --json --metadata "$received/metadata.csv" "$received" >"$dir/acknowledged" 2>/dev/null &
  pid=$!
  # A random moment: after so many acknowledged files, and a little more.
  target=$((RANDOM % 20))
  while kill -0 "$pid" 2>/dev/null && [ "$(wc -l <"$dir/acknowledged")" -lt "$target" ]; do sleep 0.01; done
  sleep "$(awk -v r=$RANDOM 'BEGIN { printf "%.3f", 0.25 * r / 32768 }')"
  kill -9 "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true
  # A last line that was cut in the middle was not acknowledged.
  symbols=$(grep -a '"status":"read"' "$dir/acknowledged" | grep -a '}$' | sed -E 's/.*"symbol":"([^"]*)".*/\1/' || true)
  "$bin" -w "$space" verify >"$dir/verdict" || { echo "round $round: $(cat "$dir/verdict")"; exit 1; }
  n=0
  for s in $symbols; do
    n=$((n + 1))
    "$bin" -w "$space" show "$s" --json >/dev/null || { echo "round $round: $s was acknowledged and is lost"; lost=$((lost + 1)); }
  done
  "$bin" -w "$space" ingest --metadata "$received/metadata.csv" "$received" >/dev/null 2>&1 || [ $? -eq 3 ]
  "$bin" -w "$space" verify >/dev/null
  "$bin" -w "$space" status --json | sed '/"unread"/,$d' >"$dir/after"
  "$bin" -w "$dir/whole/workspace" status --json | sed '/"unread"/,$d' >"$dir/quiet"
  cmp -s "$dir/after" "$dir/quiet" || { echo "round $round: not what a quiet run gives"; diff "$dir/after" "$dir/quiet"; exit 1; }
  echo "round $round: killed after $n acknowledged, 0 doubled"
done
echo "$rounds kills, $lost lost"
[ "$lost" -eq 0 ]
