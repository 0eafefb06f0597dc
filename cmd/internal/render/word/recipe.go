package word

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"strings"

	"rapporteur/cmd/internal/render/shown"
	"rapporteur/corpus"
)

// The recipe of a report lies in the document's own properties, which programs
// keep when they save a file: one each, for Word shows no more than 255
// characters.
const (
	customType   = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
	customFormat = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
	recipePrefix = "rapporteur."
	customHead   = xml.Header + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"` +
		` xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"></Properties>`
)

// recipe writes by what the report is made again, beside the template's own
// properties.
func (l *layout) recipe() error {
	r := shown.RecipeOf(l.report)
	asked, err := json.Marshal(r.Asked)
	if err != nil {
		return err
	}
	names, err := l.pack.related("", "custom-properties")
	if err != nil {
		return err
	}
	if len(names) == 0 {
		names = []string{"docProps/custom.xml"}
		if err := l.pack.attach("", names[0], "custom-properties", customType, []byte(customHead)); err != nil {
			return err
		}
	}
	data := l.pack.parts[names[0]]
	root, err := parse(data)
	if err != nil {
		return templateFault(names[0], err)
	}
	pid := 1
	for _, k := range root.kids {
		var n int
		if _, err := fmt.Sscan(k.value("pid"), &n); err == nil {
			pid = max(pid, n)
		}
	}
	var b strings.Builder
	for _, p := range [][2]string{
		{"language", r.Language}, {"attribution", r.Attribution}, {"cutoff", r.Cutoff}, {"version", r.Version},
		{"codebook", string(r.Codebook)}, {"corpus", string(r.Corpus)}, {"asked", string(asked)},
	} {
		pid++
		fmt.Fprintf(&b, `<property fmtid="%s" pid="%d" name="%s%s"><vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">%s</vt:lpwstr></property>`,
			customFormat, pid, recipePrefix, p[0], escape(p[1]))
	}
	l.pack.put(names[0], apply(data, []edit{root.insert(data, nil, b.String())}))
	return nil
}

// readRecipe reads what recipe wrote.
func (p *pack) readRecipe() (shown.Recipe, error) {
	var r shown.Recipe
	names, err := p.related("", "custom-properties")
	if err != nil || len(names) == 0 {
		return r, err
	}
	var props struct {
		Rows []struct {
			Name string `xml:"name,attr"`
			Text string `xml:"lpwstr"`
		} `xml:"property"`
	}
	if err := xml.Unmarshal(p.parts[names[0]], &props); err != nil {
		return r, corpus.Errorf(corpus.CodeUsage, "part %s: %w", names[0], err)
	}
	for _, row := range props.Rows {
		switch strings.TrimPrefix(row.Name, recipePrefix) {
		case "language":
			r.Language = row.Text
		case "attribution":
			r.Attribution = row.Text
		case "cutoff":
			r.Cutoff = row.Text
		case "version":
			r.Version = row.Text
		case "codebook":
			r.Codebook = corpus.Hash(row.Text)
		case "corpus":
			r.Corpus = corpus.Hash(row.Text)
		case "asked":
			if err := json.Unmarshal([]byte(row.Text), &r.Asked); err != nil {
				return r, corpus.Errorf(corpus.CodeUsage, "part %s does not say rightly what the report was made from: %w", names[0], err)
			}
		}
	}
	return r, nil
}
