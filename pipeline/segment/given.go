package segment

import "rapporteur/corpus"

// Given is what the sidecar and the flags alone tell of a file: all that is
// known of one that is not read, or not read again.
func (s Segmenter) Given(side Sidecar, flags Flags) corpus.Header {
	var h corpus.Header
	if symbol, _, err := corpus.ParseSymbol(side.Symbol); err == nil {
		h.Symbol = corpus.Field[corpus.Symbol]{Value: symbol, Basis: corpus.BasisSidecar}
		h.Meeting = corpus.Field[string]{Value: symbol.Series, Basis: corpus.BasisSidecar}
	}
	set := func(f *corpus.Field[string], value string, basis corpus.Basis) {
		if value != "" {
			*f = corpus.Field[string]{Value: value, Basis: basis}
		}
	}
	if !h.Meeting.Known() {
		set(&h.Meeting, flags.Meeting, corpus.BasisFlag)
	}
	set(&h.Meeting, side.Meeting, corpus.BasisSidecar)
	set(&h.Date, side.Date, corpus.BasisSidecar)
	set(&h.Title, side.Title, corpus.BasisSidecar)
	set(&h.Language, side.Language, corpus.BasisSidecar)
	switch {
	case side.Source != "":
		h.Sources = corpus.Field[[]corpus.Source]{Value: s.Names.Split(side.Source), Basis: corpus.BasisSidecar}
	case flags.Source != "":
		h.Sources = corpus.Field[[]corpus.Source]{Value: s.Names.Split(flags.Source), Basis: corpus.BasisFlag}
	}
	if side.Attribution != "" {
		h.Attribution = corpus.Field[corpus.Attribution]{Value: corpus.Attribution(side.Attribution), Basis: corpus.BasisSidecar}
	}
	return h
}
