package compare

import "regexp"

// conference is what makes the name of a city that of a meeting or its outcome,
// which tells no source: "Tunis Agenda", "(Rev. Bucharest, 2022)".
var (
	conferenceAfter  = regexp.MustCompile(`(?i)^[ ,-]*(agenda|commitment|declaration|agreement|accord|protocol|convention|consensus|action plan|plan of action|\(?\d{4})`)
	conferenceBefore = regexp.MustCompile(`(?i)((rev|rév|пересм)\. ?|(agenda|programme|programa|compromiso|engagement|accord|acuerdo|déclaration|declaración|plan d'action|plan de acción) (de |d')|(المراجَع في |برنامج عمل |جدول أعمال ))$`)
)

func conference(text string, start, end int) bool {
	return conferenceAfter.MatchString(text[end:]) || conferenceBefore.MatchString(text[max(0, start-60):start])
}

// meetingsIn gives where meetings are named, such as "A/HRC/12", and no document
// of theirs, such as "A/HRC/12/5".
func (v *Veil) meetingsIn(lower string) []Span {
	var out []Span
	for _, m := range v.meets {
		for _, s := range places(lower, m) {
			if s.End == len(lower) || lower[s.End] != '/' {
				out = append(out, s)
			}
		}
	}
	return out
}
