package index

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"rapporteur/corpus"
	"rapporteur/index/words"
)

const (
	// likeTerms is how many words of a passage are looked for, those that tell
	// most, and likeConcepts how many concepts.
	likeTerms    = 20
	likeConcepts = 6
	// likeShare is the share of the words that a passage must have which has
	// none of the concepts.
	likeShare = 0.3
)

// like compiles what is like a passage: what shares a good part of its telling
// words, or one of its concepts in any language. The passage itself is not, nor
// the same paragraph of another version or language of its document.
func (c *compiler) like(id string) (op, error) {
	p, doc, err := c.view.document(id)
	if err != nil {
		return nil, err
	}
	text, data, err := p.load(doc)
	if err != nil {
		return nil, err
	}
	var s stored
	if err := json.Unmarshal(data, &s); err != nil {
		return nil, fmt.Errorf("read passage %s: %w", id, err)
	}
	terms, err := c.telling(s.Language, string(text))
	if err != nil {
		return nil, err
	}
	var concepts []op
	if c.expander != nil {
		list := c.expander.Concepts(string(text), s.Language)
		for _, phrases := range list[:min(len(list), likeConcepts)] {
			o, err := c.add(or{}, phrases)
			if err != nil {
				return nil, err
			}
			concepts = append(concepts, o)
		}
	}
	need := max(2, int(math.Ceil(likeShare*float64(len(terms)))))
	return and{passed: make([]classes, 2), kids: []op{
		or{append(concepts, atLeast{terms, min(need, len(terms))})},
		not{samePlace{id: id, work: work(s.Symbol), label: s.Label}},
	}}, nil
}

// document finds a live document by its ID.
func (v *view) document(id string) (*part, uint32, error) {
	for _, p := range v.parts {
		found, err := p.posting(term{"_id", id})
		if err != nil {
			return nil, 0, err
		}
		if docs := roaring.And(found.docs, p.live); !docs.IsEmpty() {
			return p, docs.Minimum(), nil
		}
	}
	return nil, 0, corpus.Errorf(corpus.CodeNotFound, "search: there is no passage %s: \"rapporteur show SYMBOL\" lists those of a document", id)
}

// telling gives the words of a text that are frequent in it and rare elsewhere.
func (c *compiler) telling(language, raw string) ([]op, error) {
	tokens := words.Tokens(raw)
	type counted struct {
		wordOp
		n     int
		value float64
	}
	var all []counted
	at := map[string]int{}
	for i, t := range tokens {
		if endsPair(tokens, i) || words.IsStop(language, t) {
			continue
		}
		s := slot{field: fieldExact, terms: []string{exactTerm(tokens, i)}}
		if slices.Contains(words.Stemmed, language) && !t.Han {
			s = slot{field: fieldText + language, terms: []string{c.stemmer.Stem(language, t)}}
		}
		key := s.field + s.terms[0]
		if _, known := at[key]; !known {
			at[key] = len(all)
			all = append(all, counted{wordOp: wordOp{[]alternative{{[]slot{s}, classOf(language).only()}}}})
		}
		all[at[key]].n++
	}
	for i, w := range all {
		s := scorer{slot: w.alternatives[0].slots[0], in: w.alternatives[0].in}
		if err := c.view.weigh(&s); err != nil {
			return nil, err
		}
		all[i].value = s.weight * float64(w.n)
	}
	slices.SortStableFunc(all, func(a, b counted) int { return cmp.Compare(b.value, a.value) })
	var out []op
	for _, w := range all[:min(len(all), likeTerms)] {
		out = append(out, c.keep(w.wordOp))
	}
	return out, nil
}

// atLeast finds what n of its kids find.
type atLeast struct {
	kids []op
	n    int
}

func (o atLeast) match(p *part, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	counts := make([]uint8, p.count)
	out := roaring.New()
	if o.n == 0 {
		return out, nil
	}
	for _, k := range o.kids {
		found, err := k.match(p, within)
		if err != nil {
			return nil, err
		}
		for it := found.Iterator(); it.HasNext(); {
			doc := it.Next()
			if counts[doc]++; int(counts[doc]) == o.n {
				out.Add(doc)
			}
		}
	}
	return out, nil
}

func (o atLeast) describe() corpus.Understood {
	return corpus.Understood{What: fmt.Sprintf("at least %d of", o.n), Of: described(o.kids)}
}

// samePlace finds a passage, and those with the same label in other versions
// and languages of its document.
type samePlace struct{ id, work, label string }

func (o samePlace) match(p *part, _ *roaring.Bitmap) (*roaring.Bitmap, error) {
	out := roaring.New()
	for _, col := range p.keywords["symbol"] {
		if col.value != o.work {
			continue
		}
		for it := col.docs.Iterator(); it.HasNext(); {
			doc := it.Next()
			id, err := p.segment.DocID(uint64(doc))
			if err != nil {
				return nil, fmt.Errorf("read document %d: %w", doc, err)
			}
			_, label, _ := strings.Cut(string(id), "#")
			if string(id) == o.id || o.label != "" && label == o.label {
				out.Add(doc)
			}
		}
	}
	return out, nil
}

func (o samePlace) describe() corpus.Understood {
	return corpus.Understood{What: "the passage " + o.id + " itself"}
}
