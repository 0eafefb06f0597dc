package index

import (
	"slices"
	"strconv"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"rapporteur/corpus"
	"rapporteur/index/words"
)

// Names of Bleve's fields. Keyword fields have the names of the query's
// fields.
const (
	fieldExact  = "exact"
	fieldStored = "entry"
	fieldBody   = "text"
	// fieldText is followed by a language code.
	fieldText = "text_"
	// fieldHead holds the stems, or words, of the heading above.
	fieldHead = "heading"
	// fieldTheme holds the numbers of the themes.
	fieldTheme = "theme"
)

// processTheme stands among the themes for the group's own work. It is found
// by "theme:process" and not counted as a theme.
const processTheme = "process"

// lengthTerm and ordinalTerm stand in the exact field of every document, so
// that one list gives the number of words of each, and another its place in its
// rendition, as a frequency.
const (
	lengthTerm  = "\x00"
	ordinalTerm = "\x01"
)

// field is one field of a document, analysed already.
type field struct {
	name    string
	value   []byte
	options bleveindex.FieldIndexingOptions
	length  int
	terms   bleveindex.TokenFrequencies
}

func (f *field) Name() string                                          { return f.name }
func (f *field) Value() []byte                                         { return f.value }
func (f *field) ArrayPositions() []uint64                              { return nil }
func (f *field) EncodedFieldType() byte                                { return 't' }
func (f *field) Analyze()                                              {}
func (f *field) Options() bleveindex.FieldIndexingOptions              { return f.options }
func (f *field) AnalyzedLength() int                                   { return f.length }
func (f *field) AnalyzedTokenFrequencies() bleveindex.TokenFrequencies { return f.terms }
func (f *field) NumPlainTextBytes() uint64                             { return uint64(len(f.value)) }

// document is a passage as Bleve takes it.
type document struct {
	id     string
	fields []*field
	bytes  int
}

func (d *document) ID() string { return d.id }
func (d *document) Size() int  { return d.bytes }

func (d *document) VisitFields(visit bleveindex.FieldVisitor) {
	for _, f := range d.fields {
		visit(f)
	}
}

func (d *document) VisitComposite(bleveindex.CompositeFieldVisitor) {}
func (d *document) HasComposite() bool                              { return false }
func (d *document) NumPlainTextBytes() uint64                       { return uint64(d.bytes) }
func (d *document) StoredFieldsBytes() uint64                       { return uint64(d.bytes) }
func (d *document) Indexed() bool                                   { return true }

func (d *document) AddIDField() {
	f := &field{name: "_id", value: []byte(d.id), options: bleveindex.IndexField | bleveindex.StoreField, length: 1}
	f.terms = frequencies([]string{d.id})
	d.fields = append(d.fields, f)
}

// newDocument analyses an entry.
func newDocument(e Entry, s *words.Stemmer) (*document, error) {
	data, err := e.encode()
	if err != nil {
		return nil, err
	}
	d := &document{id: e.Passage.ID, bytes: len(data) + len(e.Passage.Text)}
	tokens := words.Tokens(e.Passage.Text)
	d.fields = append(d.fields,
		&field{name: fieldBody, value: []byte(e.Passage.Text), options: bleveindex.StoreField},
		&field{name: fieldStored, value: data, options: bleveindex.StoreField},
		exactField(tokens, e.Passage.Ordinal))
	if head := headTerms(e.Passage, s); len(head) > 0 {
		d.fields = append(d.fields, keywordField(fieldHead, head))
	}
	if slices.Contains(words.Stemmed, e.Passage.Language) {
		d.fields = append(d.fields, stemField(e.Passage.Language, tokens, s))
	}
	for _, k := range keywords(e) {
		if len(k.values) > 0 {
			d.fields = append(d.fields, keywordField(k.name, k.values))
		}
	}
	return d, nil
}

func keywordField(name string, values []string) *field {
	return &field{name: name, length: len(values),
		options: bleveindex.IndexField | bleveindex.SkipFreqNorm, terms: frequencies(values)}
}

// keyword is one keyword field's values.
type keyword struct {
	name   string
	values []string
}

// keywords gives what an entry is filtered and counted by.
func keywords(e Entry) []keyword {
	themes := make([]string, 0, len(e.Themes)+1)
	for _, t := range e.Themes {
		themes = append(themes, strconv.Itoa(int(t)))
	}
	if e.Process {
		themes = append(themes, processTheme)
	}
	acts := make([]string, 0, len(e.Acts))
	for _, a := range e.Acts {
		acts = append(acts, string(a))
	}
	superseded := ""
	if e.Superseded {
		superseded = "1"
	}
	return []keyword{
		{"theme", themes}, {"source", e.Sources}, {"group", e.Groups}, {"region", e.Regions}, {"meeting", present(e.Meeting)},
		{"kind", present(string(e.Kind))}, {"lang", present(e.Passage.Language)}, {"act", acts},
		{"symbol", present(e.Symbol, work(e.Symbol), e.Ref)}, {"status", present(e.Status)},
		{"date", present(e.Date)}, {"superseded", present(superseded)},
	}
}

// work gives a symbol without its revisions.
func work(symbol string) string {
	s, _, err := corpus.ParseSymbol(symbol)
	if err != nil {
		return symbol
	}
	return s.Work()
}

// present leaves out empty and repeated values.
func present(values ...string) []string {
	var out []string
	for _, v := range values {
		if v != "" && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

func frequencies(values []string) bleveindex.TokenFrequencies {
	out := make(bleveindex.TokenFrequencies, len(values))
	for _, v := range values {
		t := &bleveindex.TokenFreq{Term: []byte(v)}
		t.SetFrequency(1)
		out[v] = t
	}
	return out
}
