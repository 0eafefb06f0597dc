# The commands of this house. `make` alone lists them.
SHELL := /bin/bash
SHARED ?= ../shared
BIN    := ./rapporteur
export CGO_ENABLED ?= 0

.PHONY: help build test race check golden fuzz eval model bench bench-search bench-peers bench-pages hostile kill demo clean

help:          ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | expand -t 12

build:         ## the binary, stripped, without cgo
	go build -trimpath -ldflags '-s -w' -o $(BIN) ./cmd/rapporteur

test:          ## every test
	go test -timeout 15m ./...

race:          ## every test under the race detector (needs a C compiler)
	CGO_ENABLED=1 go test -race -timeout 30m ./...

check:         ## format, vet, staticcheck, known vulnerabilities, tests
	@test -z "$$(gofmt -l .)" || { echo "gofmt would change:"; gofmt -l .; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	@go tool govulncheck ./... || { s=$$?; if [ $$s -eq 3 ]; then exit 3; fi; echo "govulncheck could not reach its database: not checked"; }
	$(MAKE) test

golden:        ## write the golden files anew; read the diff before you commit it
	go test ./... -args -update

fuzz:          ## each fuzz target for FUZZTIME (default 20s)
	@for pkg in $$(go list ./...); do \
	  for f in $$(go test $$pkg -list '^Fuzz' | grep '^Fuzz'); do \
	    echo "== $$pkg $$f"; go test $$pkg -run '^$$' -fuzz "^$$f$$" -fuzztime $${FUZZTIME:-20s} || exit 1; done; done

eval: build    ## figures of tagging and reading against the labelled data in SHARED
	@test -d $(SHARED)/eval || { echo "no labelled data in $(SHARED)/eval: set SHARED=DIR"; exit 1; }
	pipeline/tag/lessons/run.sh $(SHARED) eval --cross-validate
	RAPPORTEUR_SHARED=$(abspath $(SHARED)) go test -count=1 -v -run 'Measure' ./pipeline/... 

model:         ## the tagger's model anew, from labels in SHARED and pipeline/tag/lessons
	@test -d $(SHARED)/eval || { echo "no labelled data in $(SHARED)/eval: set SHARED=DIR"; exit 1; }
	pipeline/tag/lessons/run.sh $(SHARED) train --out pipeline/tag/model.bin

bench:         ## benchmarks of the rooms, and of the main job on the real data in SHARED
	go test -run '^$$' -bench . -benchtime 3x ./index/... ./pipeline/... ./corpus/...
	RAPPORTEUR_LOAD=30s go test -count=1 -v -run ManyUsers ./cmd/internal/web
	@test -d $(SHARED)/data || { echo "no real data in $(SHARED)/data, so the main job is not measured: set SHARED=DIR"; exit 1; }
	RAPPORTEUR_SHARED=$(abspath $(SHARED)) go test -run '^$$' -bench MainJob -benchtime 1x -timeout 60m ./cmd/rapporteur

bench-search:  ## searching on the real speeches in SHARED; MILLION=1 for a million passages
	RAPPORTEUR_MILLION=$(MILLION) RAPPORTEUR_SHARED=$(abspath $(SHARED)) go test -run '^$$' -bench 'Speeches|ReadingWhileWriting' -benchtime 3x -timeout 120m ./index

bench-peers:   ## the same questions asked of SQLite's FTS5 and, with a JDK and liblucene8-java, of Lucene
	RAPPORTEUR_SHARED=$(abspath $(SHARED)) go test -run '^$$' -bench Peer -benchtime 1x -timeout 60m ./index

bench-pages:   ## the pages over 100,000 passages from the speeches in SHARED; RAPPORTEUR_BENCH_CACHE=DIR keeps the workspace
	RAPPORTEUR_SHARED=$(abspath $(SHARED)) go test -run '^$$' -bench Pages -benchtime 200x -cpu 1 -timeout 60m ./cmd/internal/web

hostile:       ## 10,000 damaged files
	RAPPORTEUR_MUTATIONS=10000 go test -count=1 -v -timeout 60m -run Mutations ./pipeline/extract

kill: build    ## kill -9 an ingest ten times at random moments, then verify
	bash cmd/rapporteur/testdata/kill.sh $(BIN)
	RAPPORTEUR_KILLS=100 go test -count=1 -v -timeout 30m -run Killed ./index

demo: build    ## the sample corpus, read and compared
	$(BIN) demo

clean:
	rm -rf $(BIN) rapporteur-demo
