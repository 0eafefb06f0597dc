package web

import (
	"net/url"
	"strconv"

	"rapporteur/corpus"
)

// preview is a stretch of the report, from the blocks that every format is made
// of.
type preview struct {
	Title, Language string
	Blocks          []corpus.Block
	// Within is the part in whose middle what is shown begins, "" at its beginning.
	Within string
	// From and To are the blocks shown, of Total, counted from 1.
	From, To, Total int
	// Parts lead to the parts of the report, Previous and Next to what stands
	// before and after.
	Parts          []previewPart
	Previous, Next string
	places         map[string]corpus.CitedPassage
}

// previewPart is a part of the report; Shown is set where it begins in what is
// shown.
type previewPart struct {
	Text, Path string
	Shown      bool
}

// blocksShown bounds what the preview shows at a time.
const blocksShown = 250

// preview is a stretch of the report, from the block that the address names.
func (c *comparison) preview(u *url.URL) preview {
	at, err := strconv.Atoi(u.Query().Get("from"))
	if err != nil {
		at = 0
	}
	at = max(0, min(at, len(c.Blocks)-1))
	to := min(at+blocksShown, len(c.Blocks))
	p := preview{Title: c.Title, Language: c.Language, Blocks: c.Blocks[at:to], From: at + 1, To: to, Total: len(c.Blocks), places: c.places}
	for i, b := range c.Blocks {
		if h, ok := b.(corpus.Heading); ok && h.Level == 1 {
			if i <= at {
				p.Within = h.Text
			}
			if i == at {
				p.Within = ""
			}
			p.Parts = append(p.Parts, previewPart{h.Text, withParameter(u, "from", strconv.Itoa(i)), at <= i && i < to})
		}
	}
	if at > 0 {
		p.Previous = withParameter(u, "from", strconv.Itoa(max(0, at-blocksShown)))
	}
	if to < len(c.Blocks) {
		p.Next = withParameter(u, "from", strconv.Itoa(to))
	}
	return p
}

// Cites are the places that a sentence rests on, those of passages with links.
func (p preview) Cites(ids []string) []cited {
	var out []cited
	for _, id := range ids {
		c := cited{Text: id}
		if place, ok := p.places[id]; ok {
			c = cited{Text: place.Pinpoint, Path: passagePath(id)}
		}
		out = append(out, c)
		if len(out) == 12 {
			return append(out, cited{Text: "…"})
		}
	}
	return out
}

// cited is a place, with a link where it is a passage.
type cited struct{ Text, Path string }
