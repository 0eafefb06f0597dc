package member

import "rapporteur/corpus"

// What is signed by an office or a State body rather than by a State.

// chairID is the entry of chairs' reports.
const chairID = "CHAIR"

// chair reports a line that opens, after "Report by the" and the like, with
// the office of a chair: it is the chair's, whatever meeting or State it names.
func (r *Registry) chair(line string) (corpus.Source, bool) {
	rest := r.trimFiller(line)
	if r.fold.longest(r.words.chair, rest, 0) < 0 {
		return corpus.Source{}, false
	}
	return r.Source(chairID)
}

// ministry reads a chunk that opens with a State body and names one State, or
// none: the commas and the "and" in "Ministry of Transport, Energy and
// Tourism of …" cut nothing.
func (r *Registry) ministry(chunk string) (corpus.Source, bool) {
	spans := r.scan(chunk, false)
	if !r.isBody(chunk) {
		return corpus.Source{}, false
	}
	if i := r.body(chunk, spans); i >= 0 {
		return r.entries[i].source(), true
	}
	if len(spans) > 0 {
		return corpus.Source{}, false
	}
	_, name := r.lead(chunk)
	return r.unknown(trimPunct(name)), true
}

// isBody reports a part that opens with a State body: "Ministry of …", "the
// Permanent Mission of …", "Utopian Ministry of …".
func (r *Registry) isBody(part string) bool {
	rest := r.trimFiller(part)
	if r.fold.longest(r.words.body, rest, 0) > 0 {
		return true
	}
	spans := r.scan(rest, false)
	if len(spans) == 0 || spans[0].start > 0 {
		return false
	}
	words := r.fold.wordsOf(rest[:spans[0].end])
	last := words[len(words)-1]
	return len(words) > 1 && r.fold.longest(r.words.body, last, 0) == len(last)
}

// bodyBeside reports a State body that names no State itself, beside the name
// of one: "Ministry of Communications, Brazil" is Brazil.
func (r *Registry) bodyBeside(pieces []string, i int) bool {
	if !r.isBody(pieces[i]) || len(r.scan(pieces[i], false)) > 0 {
		return false
	}
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(pieces) {
			if e := r.resolve(pieces[k]); e >= 0 && r.entries[e].Kind == corpus.SourceMember {
				return true
			}
		}
	}
	return false
}

// body gives the Member State whose ministry or mission a part names, if it
// names one State only, or -1.
func (r *Registry) body(part string, spans []span) int {
	if !r.isBody(part) {
		return -1
	}
	entry := -1
	for _, s := range spans {
		e := r.entryOf(s)
		if e == decoy || r.entries[e].Kind != corpus.SourceMember {
			continue
		}
		if entry >= 0 && e != entry {
			return -1
		}
		entry = e
	}
	return entry
}
