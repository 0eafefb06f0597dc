package segment

import (
	"rapporteur/corpus"
	"rapporteur/pipeline/segment/wording"
)

// maxBox is how many paragraphs one heading of the box may have below it, where
// no rule ends it.
const maxBox = 12

// boxes gives the text below "Purpose", "Action required" and their like the
// role of a box, in front of the body only: from the heading to a rule, to
// another kind of heading, or to the end of the table that is the box.
func boxes(units []unit) {
	front, in, table, left := true, false, 0, 0
	for i := range units {
		u := &units[i]
		switch {
		case u.rule:
			front = front && !in
			in = false
		case u.heading && u.kind == wording.Box && front:
			in, table, left = true, tableOf(*u), maxBox
		case u.heading && u.role != corpus.RoleCover && (in || u.kind == wording.Section || !u.label.None()):
			in, front = false, false
		case in && (u.role == corpus.RoleBody || u.role == corpus.RoleTable):
			if left--; left < 0 || table > 0 && tableOf(*u) != table {
				in, front = false, false
				continue
			}
			u.role = corpus.RoleBox
		case u.role == corpus.RoleBody && weighted(u.rest) > 2*prose:
			front = false
		}
	}
}

func tableOf(u unit) int {
	if u.Cell == nil {
		return 0
	}
	return u.Cell.Table
}
