package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentenceSpan is a sentence's bytes and its tokens [first,last).
type sentenceSpan struct{ start, end, first, last int }

// sentence gives the sentence that holds token at; with no tokens at all, the
// whole text.
func (r *reading) sentence(at int) sentenceSpan {
	tokens := r.text.Tokens
	if len(tokens) == 0 {
		return trimmed(r.text.Source, sentenceSpan{0, len(r.text.Source), 0, 0})
	}
	s := sentenceSpan{first: at, last: at + 1}
	for s.first > 0 && tokens[s.first-1].Sentence == tokens[at].Sentence {
		s.first--
	}
	for s.last < len(tokens) && tokens[s.last].Sentence == tokens[at].Sentence {
		s.last++
	}
	s.start = 0
	if s.first > 0 {
		s.start = afterStop(r.text.Source, tokens[s.first-1].End, tokens[s.first].Start)
	}
	s.end = len(r.text.Source)
	if s.last < len(tokens) {
		s.end = afterStop(r.text.Source, tokens[s.last-1].End, tokens[s.last].Start)
	}
	return trimmed(r.text.Source, s)
}

// afterStop finds where a sentence begins between the last word of one and the
// first of the next: at the first space after the stop.
func afterStop(text string, end, start int) int {
	gap := text[end:start]
	i := strings.IndexFunc(gap, unicode.IsSpace)
	if i < 0 {
		return start
	}
	return end + i
}

// trimmed drops spaces around a span; a span of spaces alone stays.
func trimmed(text string, s sentenceSpan) sentenceSpan {
	for s.start < s.end {
		r, size := utf8.DecodeRuneInString(text[s.start:s.end])
		if !unicode.IsSpace(r) {
			break
		}
		s.start += size
	}
	for s.end > s.start {
		r, size := utf8.DecodeLastRuneInString(text[s.start:s.end])
		if !unicode.IsSpace(r) {
			break
		}
		s.end -= size
	}
	if s.start == s.end {
		s.start, s.end = 0, len(text)
	}
	return s
}
