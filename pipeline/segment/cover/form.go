package cover

import (
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/segment/wording"
)

// The folded keys by which web forms name who submits.
var (
	formWho    = set("organization|organisation|organizacion|institution|entity|company|affiliation|организация|المنظمة|组织|机构|submitter|name of organization")
	formState  = set("country|state|region|pays|pais|страна|البلد|国家|country/region|nationality")
	formSector = set("sector|stakeholder group|category|stakeholder|stakeholder type|secteur|сектор|القطاع|部门|利益攸关方")
)

func set(list string) map[string]bool {
	out := map[string]bool{}
	for k := range strings.SplitSeq(list, "|") {
		out[wording.Fold(k)] = true
	}
	return out
}

// form reads who submits from the "Key: value" lines of a web form. A
// government's form is its State's, whatever office filled it in.
func (r *Reading) form(items []item, names Names) {
	var who, state, sector string
	for _, it := range items {
		for _, f := range it.fields {
			if f.kind != kindKey {
				continue
			}
			switch key := f.languages[0]; {
			case formWho[key] && who == "":
				who = f.text
			case formState[key] && state == "":
				state = f.text
			case formSector[key] && sector == "":
				sector = f.text
			}
		}
	}
	if r.Header.Sources.Known() || who == "" && state == "" {
		return
	}
	if list := formSources(who, state, sector, names); len(list) > 0 {
		r.Header.Sources = corpus.Field[[]corpus.Source]{Value: list, Basis: corpus.BasisSourceLine}
	}
}

func formSources(who, state, sector string, names Names) []corpus.Source {
	government := strings.Contains(wording.Fold(sector), "gover") || strings.Contains(wording.Fold(sector), "gouver") || strings.Contains(wording.Fold(sector), "gobier")
	if src, ok := names.Resolve(who); ok {
		return []corpus.Source{src}
	}
	if government {
		if src, ok := oneState(state, names); ok {
			return []corpus.Source{src}
		}
		if src, ok := oneState(who, names); ok {
			return []corpus.Source{src}
		}
	}
	if who == "" {
		return nil
	}
	list := names.Split(strings.NewReplacer(",", " ", ";", " ", " and ", " & ").Replace(who))
	if len(list) != 1 || list[0].Kind == corpus.SourceMember {
		return []corpus.Source{{ID: strings.ToUpper(strings.Join(strings.Fields(who), "_")), Name: who, Kind: corpus.SourceStakeholder}}
	}
	if list[0].Kind == corpus.SourceOther && sector != "" {
		list[0].Kind = corpus.SourceStakeholder
	}
	list[0].Name = who
	return list
}

// oneState gives the one Member State that a cell names.
func oneState(cell string, names Names) (corpus.Source, bool) {
	if src, ok := names.Resolve(cell); ok && src.Kind == corpus.SourceMember {
		return src, true
	}
	var found corpus.Source
	for _, m := range names.Find(cell) {
		if m.Source.Kind != corpus.SourceMember || found.ID != "" && found.ID != m.Source.ID {
			continue
		}
		found = m.Source
	}
	return found, found.ID != ""
}
