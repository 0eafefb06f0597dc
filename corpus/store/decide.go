package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"rapporteur/corpus"
)

// Decide appends a decision to the log and gives it back with its number and
// its place in the chain. The index is told to look at the work again.
func (s *Store) Decide(ctx context.Context, d corpus.Decision) (corpus.Decision, error) {
	err := s.within(ctx, func(tx *sql.Tx) (err error) {
		d, err = decide(ctx, tx, d)
		return err
	})
	if err != nil {
		return d, fmt.Errorf("decide: %w", err)
	}
	return d, nil
}

func decide(ctx context.Context, tx *sql.Tx, d corpus.Decision) (corpus.Decision, error) {
	last, err := all[corpus.Decision](ctx, tx, `SELECT body FROM decisions ORDER BY seq DESC LIMIT 1`)
	if err != nil {
		return d, err
	}
	var previous corpus.Hash
	d.Seq = 1
	if len(last) > 0 {
		d.Seq, previous = last[0].Seq+1, last[0].Hash
	}
	d = d.Seal(previous)
	body, err := json.Marshal(d)
	if err != nil {
		return d, err
	}
	if err := exec(ctx, tx, `INSERT INTO decisions (seq, work, text, body) VALUES (?,?,?,?)`, d.Seq, d.Work, d.Text, string(body)); err != nil {
		return d, err
	}
	return d, exec(ctx, tx, `UPDATE renditions SET indexed = 0 WHERE work = ?`, d.Work)
}

// SaveCorrected is [Store.Save] of a document whose header a decision corrects:
// both are kept, or neither. It gives the decision as [Store.Decide] does.
func (s *Store) SaveCorrected(ctx context.Context, d corpus.Dossier, original []byte, at Place, line corpus.LedgerLine, by corpus.Decision) (corpus.Decision, error) {
	err := s.save(ctx, d, original, at, line, func(tx *sql.Tx) (err error) {
		by, err = decide(ctx, tx, by)
		return err
	})
	return by, err
}

// HeaderDecisions gives the decisions about the header of the document whose
// original has these bytes, in order, those that were undone too.
func (s *Store) HeaderDecisions(ctx context.Context, original corpus.Hash) ([]corpus.Decision, error) {
	return all[corpus.Decision](ctx, s.db, `SELECT body FROM decisions WHERE text = ? AND body ->> 'header' IS NOT NULL ORDER BY seq`, original)
}

// WorkNow gives the work that a paragraph is of now: its own, or that of its
// document where a correction has given this another number.
func (s *Store) WorkNow(ctx context.Context, p corpus.ParagraphRef) (string, error) {
	ref, _, _ := strings.Cut(p.Passage, "#")
	var now string
	err := s.db.QueryRowContext(ctx, `SELECT coalesce((SELECT r.work FROM decisions d JOIN renditions r ON r.hash = d.text
		WHERE d.work = ?1 AND d.body ->> 'header' IS NOT NULL AND d.body ->> 'passage' = ?2 ORDER BY d.seq DESC LIMIT 1), ?1)`, p.Work, ref).Scan(&now)
	return now, err
}

// Decisions gives the whole log, in order.
func (s *Store) Decisions(ctx context.Context) ([]corpus.Decision, error) {
	return all[corpus.Decision](ctx, s.db, `SELECT body FROM decisions ORDER BY seq`)
}

// decided lays the standing decisions over the claims of a reading. A decision
// is about a paragraph's text within its work: it holds for the same paragraph
// in a later revision, after another reading, or under a number that was
// corrected since, and for no other.
func (s *Store) decided(ctx context.Context, r corpus.Reading) ([]corpus.Claim, error) {
	log, err := all[corpus.Decision](ctx, s.db, `SELECT body FROM decisions WHERE work = ?1
		OR work IN (SELECT work FROM decisions WHERE text = ?2 AND body ->> 'header' IS NOT NULL) ORDER BY seq`, r.Rendition.Symbol.Work(), r.Rendition.Hash)
	if err != nil || len(log) == 0 {
		return r.Claims, err
	}
	byText := make(map[corpus.Hash][]corpus.Decision)
	for _, d := range corpus.Standing(log) {
		byText[d.Text] = append(byText[d.Text], d)
	}
	claims := make(map[string][]corpus.Claim)
	for _, c := range r.Claims {
		claims[c.Passage] = append(claims[c.Passage], c)
	}
	var out []corpus.Claim
	for _, p := range r.Passages {
		out = append(out, corpus.Decide(p, claims[p.ID], byText[corpus.HashOf([]byte(p.Text))])...)
	}
	return out, nil
}
