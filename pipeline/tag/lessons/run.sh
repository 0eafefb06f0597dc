#!/bin/sh
# run.sh DIR COMMAND…: runs "rapporteur COMMAND…", train or eval, on the labels
# in DIR/eval and beside this file; texts that labels name by hash alone are read
# from DIR/data.
set -eu
shared=$1
shift
lessons=pipeline/tag/lessons
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

go build -o "$work/rapporteur" ./cmd/rapporteur
mkdir "$work/ungdc"
tar -xf "$shared"/data/ungdc/*.tar* -C "$work/ungdc"
"$work/rapporteur" init "$work/corpus" >/dev/null
"$work/rapporteur" -w "$work/corpus" ingest --meeting lessons \
	"$shared/data/netmundial/all_contributions" "$shared/data/pdf/states" "$work/ungdc" >/dev/null
"$work/rapporteur" -w "$work/corpus" export --out "$work/texts.jsonl" >/dev/null

# id, split, lang, source, themes, proposal, text
awk -F '\t' '$1 != "id" && $1 !~ /^#/ && NF >= 7 {
	text = $7; gsub(/\\/, "\\\\", text); gsub(/"/, "\\\"", text)
	themes = $5; gsub(/[^0-9,;]/, "", themes); gsub(/;/, ",", themes)
	printf "{\"id\":\"own-%s\",\"doc\":\"own-%s\",\"lang\":\"%s\",\"themes\":[%s],\"origin\":\"invented\",\"text\":\"%s\"}\n", $1, $1, $3, themes, text
}' "$shared/eval/own_passages.tsv" >"$work/own.jsonl"

"$work/rapporteur" "$@" --texts "$work/texts.jsonl" \
	"$shared/eval/train.jsonl" "$shared/eval/dev.jsonl" "$shared/eval/invented.jsonl" "$work/own.jsonl" $lessons/read.jsonl $lessons/written-*.jsonl
