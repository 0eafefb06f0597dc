package segment

import (
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
	"rapporteur/pipeline/segment/cover"
)

// UnknownMeeting stands for the meeting of a submission of which none is known.
const UnknownMeeting = "UNKNOWN"

// header joins what people corrected and sidecar, header block, file name, body
// and flags say, in this order of trust, and gives the reading of the header
// block with it.
func (s Segmenter) header(file string, hash corpus.Hash, doc block.Document, side Sidecar, flags Flags) (corpus.Header, cover.Reading) {
	reading := cover.Read(doc, s.names())
	given, name, flagged := s.sidecarHeader(side), cover.FromFileName(file), s.flagHeader(flags)
	printed := reading.Header
	for _, h := range []corpus.Header{given, name, flagged} {
		if !printed.Symbol.Known() && h.Meeting.Known() {
			printed = cover.Merge(printed, reading.In(h.Meeting.Value, h.Meeting.Basis))
		}
	}
	body := cover.FromBody(doc, s.names())
	corrected, implied := s.correctedHeader()
	h := cover.Merge(corrected, given, implied, printed, name, body, flagged)
	settle(&h, hash, reading)
	return h, reading
}

// settle fills what every submission must have.
func settle(h *corpus.Header, hash corpus.Hash, reading cover.Reading) {
	if !h.Meeting.Known() && h.Symbol.Known() {
		h.Meeting = corpus.Field[string]{Value: h.Symbol.Value.Series, Basis: h.Symbol.Basis}
	}
	if !h.Meeting.Known() {
		h.Meeting = corpus.Field[string]{Value: UnknownMeeting, Basis: corpus.BasisDefault}
	} else if !h.Body.Known() {
		h.Body = corpus.Field[string]{Value: corpus.Symbol{Series: h.Meeting.Value, Number: "0"}.Body(), Basis: h.Meeting.Basis}
	}
	if !h.Symbol.Known() {
		h.Symbol = corpus.Field[corpus.Symbol]{Value: corpus.Symbol{Series: h.Meeting.Value, Number: "src-" + hash.Short()}, Basis: corpus.BasisAssigned}
		if n := reading.BareNumber(); n != "" {
			h.Symbol.Conflict = "header says number " + n + " without its series"
		}
	}
}

// sidecarHeader is what the row of the sidecar says.
func (s Segmenter) sidecarHeader(side Sidecar) corpus.Header {
	var h corpus.Header
	basis := corpus.BasisSidecar
	if symbol, letter, err := corpus.ParseSymbol(side.Symbol); err == nil {
		h = cover.FromSymbol(symbol, letter, basis)
	}
	if m := meetingName(side.Meeting); m != "" {
		h.Meeting = corpus.Field[string]{Value: m, Basis: basis}
	}
	h.Date = given(side.Date, basis)
	h.Title = given(side.Title, basis)
	if side.Language != "" {
		h.Language = given(side.Language, basis)
	}
	if side.Attribution != "" {
		h.Attribution = corpus.Field[corpus.Attribution]{Value: corpus.Attribution(side.Attribution), Basis: basis}
	}
	h.Sources, h.OnBehalfOf = s.sources(side.Source, basis)
	return h
}

// flagHeader is what the command line says.
func (s Segmenter) flagHeader(flags Flags) corpus.Header {
	var h corpus.Header
	h.Meeting = given(meetingName(flags.Meeting), corpus.BasisFlag).Or(given(meetingName(flags.Usual), corpus.BasisDefault))
	h.Sources, h.OnBehalfOf = s.sources(flags.Source, corpus.BasisFlag)
	return h
}

func (s Segmenter) sources(line string, basis corpus.Basis) (who, behalf corpus.Field[[]corpus.Source]) {
	if strings.TrimSpace(line) == "" {
		return who, behalf
	}
	a, b := cover.Parties(line, s.names())
	if len(a) > 0 {
		who = corpus.Field[[]corpus.Source]{Value: a, Basis: basis}
	}
	if len(b) > 0 {
		behalf = corpus.Field[[]corpus.Source]{Value: b, Basis: basis}
	}
	return who, behalf
}

func given(value string, basis corpus.Basis) corpus.Field[string] {
	if value = strings.TrimSpace(value); value == "" {
		return corpus.Field[string]{}
	}
	return corpus.Field[string]{Value: value, Basis: basis}
}

// meetingName writes a meeting as symbols do: "CWG-Internet 22" is
// CWG-Internet-22.
func meetingName(s string) string {
	s = strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "/", "-")
	if s == "" {
		return ""
	}
	symbol, _, err := corpus.ParseSymbol(s + "/0")
	if err != nil || symbol.Number != "0" || symbol.Suffix != "" {
		return s
	}
	return symbol.Series
}
