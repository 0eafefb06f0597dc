package export

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/corpus"
)

// project is the part of the REFI-QDA schema that we write.
type project struct {
	XMLName xml.Name `xml:"urn:QDA-XML:project:1.0 Project"`
	Name    string   `xml:"name,attr"`
	Origin  string   `xml:"origin,attr"`
	Creator string   `xml:"creatingUserGUID,attr"`
	Created string   `xml:"creationDateTime,attr"`
	Users   []user   `xml:"Users>User"`
	Codes   []code   `xml:"CodeBook>Codes>Code"`
	Sources []source `xml:"Sources>TextSource"`
}

type user struct {
	GUID string `xml:"guid,attr"`
	Name string `xml:"name,attr"`
}

type code struct {
	GUID    string `xml:"guid,attr"`
	Name    string `xml:"name,attr"`
	Codable bool   `xml:"isCodable,attr"`
}

type source struct {
	GUID       string      `xml:"guid,attr"`
	Name       string      `xml:"name,attr"`
	Path       string      `xml:"plainTextPath,attr"`
	Creator    string      `xml:"creatingUser,attr"`
	Created    string      `xml:"creationDateTime,attr"`
	Selections []selection `xml:"PlainTextSelection"`
}

type selection struct {
	GUID    string   `xml:"guid,attr"`
	Name    string   `xml:"name,attr"`
	Start   int      `xml:"startPosition,attr"`
	End     int      `xml:"endPosition,attr"`
	Creator string   `xml:"creatingUser,attr"`
	Created string   `xml:"creationDateTime,attr"`
	Codings []coding `xml:"Coding"`
}

type coding struct {
	GUID    string  `xml:"guid,attr"`
	Creator string  `xml:"creatingUser,attr"`
	Created string  `xml:"creationDateTime,attr"`
	Code    codeRef `xml:"CodeRef"`
}

type codeRef struct {
	Target string `xml:"targetGUID,attr"`
}

// guid makes an identifier of what it stands for, in the form of RFC 9562.
func guid(parts ...string) string {
	s := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	s[6], s[8] = s[6]&0x0f|0x80, s[8]&0x3f|0x80 // version 8, variant 2
	return fmt.Sprintf("%x-%x-%x-%x-%x", s[0:4], s[4:6], s[6:8], s[8:10], s[10:16])
}

// QDPX writes a project of the snapshot's current texts. Labels name the
// themes; day is the cut-off.
func QDPX(w io.Writer, snap corpus.Snapshot, label func(corpus.Theme) string, day, program string) error {
	b := builder{machine: user{guid("user", "rapporteur"), "rapporteur " + program}, created: day + "T00:00:00Z", label: label}
	p := project{Name: "Contributions", Origin: "rapporteur " + program, Creator: b.machine.GUID, Created: b.created, Codes: b.codes()}
	archive := zip.NewWriter(w)
	for _, reading := range snap.Readings {
		if !reading.Current {
			continue
		}
		src, text := b.source(reading)
		p.Sources = append(p.Sources, src)
		if err := put(archive, "Sources/"+src.GUID+".txt", []byte(text)); err != nil {
			return err
		}
	}
	p.Users = append([]user{b.machine}, b.people...)
	body, err := xml.MarshalIndent(p, "", " ")
	if err != nil {
		return err
	}
	if err := put(archive, "project.qde", append([]byte(xml.Header), body...)); err != nil {
		return err
	}
	return archive.Close()
}

func put(archive *zip.Writer, name string, data []byte) error {
	f, err := archive.Create(name)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return err
}

type builder struct {
	machine user
	people  []user
	created string
	label   func(corpus.Theme) string
}

func (b *builder) codes() []code {
	var out []code
	for _, t := range corpus.Themes() {
		out = append(out, code{b.code(corpus.Claim{About: corpus.AboutTheme, Theme: t}), fmt.Sprintf("%d. %s", t, b.label(t)), true})
	}
	for _, k := range corpus.Kinds() {
		out = append(out, code{b.code(corpus.Claim{About: corpus.AboutKind, Kind: k}), string(k), true})
	}
	return append(out, code{b.code(corpus.Claim{About: corpus.AboutProcess}), "the group's own work", true})
}

func (b *builder) code(c corpus.Claim) string {
	return guid("code", string(c.About), fmt.Sprint(int(c.Theme)), string(c.Kind))
}

// source makes a text of a reading's passages, one a line, and codes it. Places
// are counted in characters.
func (b *builder) source(r corpus.Reading) (source, string) {
	s := source{GUID: guid("source", r.Rendition.Ref), Name: r.Rendition.Ref, Creator: b.machine.GUID, Created: b.created}
	s.Path = "internal://" + s.GUID + ".txt"
	claims := make(map[string][]corpus.Claim)
	for _, c := range r.Claims {
		if c.Status.Counts() && c.About != corpus.AboutAct {
			claims[c.Passage] = append(claims[c.Passage], c)
		}
	}
	var text strings.Builder
	at := 0
	for _, p := range r.Passages {
		line := strings.ReplaceAll(p.Text, "\n", " ")
		if p.Label != "" {
			line = p.Label + "\t" + line
		}
		n := utf8.RuneCountInString(line)
		if found := claims[p.ID]; len(found) > 0 {
			s.Selections = append(s.Selections, b.selection(p, found, at, at+n))
		}
		text.WriteString(line + "\n")
		at += n + 1
	}
	return s, text.String()
}

func (b *builder) selection(p corpus.Passage, claims []corpus.Claim, start, end int) selection {
	s := selection{GUID: guid("selection", p.ID), Name: p.ID, Start: start, End: end, Creator: b.machine.GUID, Created: b.created}
	for _, c := range claims {
		target := b.code(c)
		s.Codings = append(s.Codings, coding{
			GUID: guid("coding", p.ID, target), Creator: b.maker(c.Maker), Created: b.created, Code: codeRef{target},
		})
	}
	return s
}

// maker is who coded: the machine, or a person who decided.
func (b *builder) maker(m corpus.Maker) string {
	if m.Kind != "person" {
		return b.machine.GUID
	}
	u := user{guid("user", m.Name), m.Name}
	if !slices.Contains(b.people, u) {
		b.people = append(b.people, u)
	}
	return u.GUID
}
