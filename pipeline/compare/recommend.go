package compare

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"rapporteur/corpus"
)

// toCouncil is a recommendation or a report, and the Council, in one sentence
// of each of the six languages.
var toCouncil = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(recommend|report)[^.;]{0,60}\bcouncil\b`),
	"fr": regexp.MustCompile(`(?i)(recommand|rapport)[^.;]{0,60}\bconseil\b`),
	"es": regexp.MustCompile(`(?i)(recomend|informe)[^.;]{0,60}\bconsejo\b`),
	"ru": regexp.MustCompile(`(?i)(рекоменд|доклад|отч[её]т)[^.;]{0,60} совет[ауе]?[^а-яё]`),
	"ar": regexp.MustCompile(`(توصي|تقرير)[^.؛]{0,60}مجلس`),
	"zh": regexp.MustCompile(`(建议|报告)[^。；]{0,30}理事会|理事会[^。；]{0,30}(建议|报告)`),
}

// otherCouncils are those of other bodies.
var otherCouncils = regexp.MustCompile(`(?i)council of|(rights|security|european|social) council|conseil de (l'europe|sécurité)|conseil des droits|conseil d'|consejo de|совет европы|совет[ауе]? (безопасности|по правам)|مجلس (الأمن|حقوق)|安全理事会|人权理事会`)

// forCouncil reports whether a passage asks for a recommendation or a report to
// the Council.
func (u *unit) forCouncil() bool {
	r := toCouncil[u.Language]
	return r != nil && u.asks() && r.MatchString(u.Text) && !otherCouncils.MatchString(u.Text)
}

// recommendations are the proposals that are addressed to the Council, or ask
// the group to recommend or report to it.
func (v *view) recommendations(proposals []corpus.Proposal) []string {
	out := []string{}
	for _, p := range proposals {
		if p.Addressee == "Council" || v.byID[p.Passage].forCouncil() {
			out = append(out, p.ID)
		}
	}
	return out
}

// mostUncertain bounds the annex of uncertain tags.
const mostUncertain = 200

// uncertain are the themes that are only suggested, surest first.
func (v *view) uncertain() []corpus.Suggestion {
	out := []corpus.Suggestion{}
	for _, u := range v.units {
		if u.withheld {
			continue
		}
		for _, t := range corpus.Themes() {
			score, suggested := u.suggested[t]
			if _, tagged := u.themes[t]; suggested && !tagged {
				out = append(out, corpus.Suggestion{Passage: u.ID, Theme: t, Score: score, Quote: u.Text})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b corpus.Suggestion) int {
		return cmp.Or(b.Score-a.Score, strings.Compare(a.Passage, b.Passage), int(a.Theme-b.Theme))
	})
	return out
}
