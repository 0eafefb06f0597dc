package segment

import (
	"fmt"
	"slices"
	"testing"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// regional is a document of a group with a table below a heading.
func regional(heading string, rows ...[]string) block.Document {
	doc := block.Document{Blocks: []block.Block{
		{Role: corpus.RoleBody, Text: "The APT administrations propose that the group look at lighthouses, and Fiji will speak to it."},
		{Role: corpus.RoleHeading, Text: heading},
	}}
	for i, row := range rows {
		for j, cell := range row {
			doc.Blocks = append(doc.Blocks, block.Block{Role: corpus.RoleTable, Text: cell, Cell: &block.Cell{Table: 1, Row: i + 1, Column: j + 1}})
		}
	}
	return doc
}

func TestSupports(t *testing.T) {
	apt := []corpus.Source{{ID: "APT", Name: "Asia-Pacific Telecommunity", Kind: corpus.SourceGroup}}
	for _, c := range []struct {
		name    string
		doc     block.Document
		sources []corpus.Source
		want    []string
	}{
		{"list", regional("Annex 2: Supporting administrations", []string{"No.", "Administration"}, []string{"1", "Australia"}, []string{"2", "Japan"}, []string{"3", "Asia-Pacific Telecommunity"}), apt,
			[]string{"AUS C30/1 Australia", "JPN C30/1 Japan"}},
		{"matrix", regional("Support of the common proposals", []string{"Administration", "ACP/1", "ACP/2"}, []string{"Australia", "X", ""}, []string{"Japan", "X", "X"}, []string{"Tonga", "", "-"}), apt,
			[]string{"AUS ACP/1 Australia", "JPN ACP/1 Japan", "JPN ACP/2 Japan"}},
		{"names in a row", regional("Annex", []string{"Proposal", "Supported by"}, []string{"ACP/1", "Australia, Japan and Tonga"}, []string{"ACP/2", "Japan"}), apt,
			[]string{"AUS ACP/1 Australia", "JPN ACP/1 Japan", "TON ACP/1 Tonga", "JPN ACP/2 Japan"}},
		{"who says no", regional("Annex: co-signatories", []string{"State", "Reply"}, []string{"Australia", ""}, []string{"Japan", "no"}), apt, []string{"AUS C30/1 Australia"}},
		{"another table", regional("Lighthouses of the region", []string{"State", "Number"}, []string{"Australia", "350"}, []string{"Japan", "3300"}), apt, nil},
		{"a document of a State", regional("Supporting administrations", []string{"Australia"}, []string{"Japan"}), []corpus.Source{{ID: "JPN", Name: "Japan", Kind: corpus.SourceMember}}, nil},
	} {
		doc := c.doc
		doc.Blocks = slices.DeleteFunc(slices.Clone(doc.Blocks), func(b block.Block) bool { return b.Text == "" })
		_, ps := read(t, "a.docx", doc, Sidecar{}, Flags{})
		corpus.AssignIDs("C30/1", ps)
		h := corpus.Header{Sources: corpus.Field[[]corpus.Source]{Value: c.sources, Basis: corpus.BasisHeader},
			Symbol: corpus.Field[corpus.Symbol]{Value: corpus.Symbol{Series: "C30", Number: "1"}, Basis: corpus.BasisHeader}}
		claims := Segmenter{}.Supports(doc, h, ps)
		if err := corpus.VerifyClaims(ps, claims); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		var got []string
		for _, claim := range claims {
			got = append(got, fmt.Sprintf("%s %s %s", claim.Act.HolderID, claim.Act.Object, claim.Evidence[0].Quote))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
