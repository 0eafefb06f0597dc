package office

import "strconv"

// fields tells the instructions of field codes from their results.
//
// A field is begin, instructions, separate, result, end, over any number of
// runs and paragraphs. Only beginnings that have an end count, so that a
// damaged field does not swallow the rest of the document.
type fields struct {
	matched map[*node]bool
	// open are the fields around the current place: true while in the
	// instructions.
	open []bool
	// codes counts the open fields that are in their instructions.
	codes int
}

// matchFields finds the beginnings and ends below n that belong together.
// Text boxes and notes have fields of their own.
func matchFields(n *node) fields {
	f := fields{matched: make(map[*node]bool)}
	var begun []*node
	n.walk(func(k *node) bool {
		if k.name == "w:fldChar" {
			switch k.get("w:fldCharType") {
			case "begin":
				begun = append(begun, k)
			case "end":
				if len(begun) > 0 {
					f.matched[begun[len(begun)-1]], f.matched[k] = true, true
					begun = begun[:len(begun)-1]
				}
			}
		}
		return k == n || !(k.name == "w:txbxContent" || k.name == "mc:Fallback")
	})
	return f
}

// char follows one field character.
func (f *fields) char(k *node) {
	switch k.get("w:fldCharType") {
	case "begin":
		if f.matched[k] {
			f.open = append(f.open, true)
			f.codes++
		}
	case "separate":
		f.result()
	case "end":
		if f.matched[k] && len(f.open) > 0 {
			f.result()
			f.open = f.open[:len(f.open)-1]
		}
	}
}

// result ends the instructions of the innermost field.
func (f *fields) result() {
	if n := len(f.open) - 1; n >= 0 && f.open[n] {
		f.open[n] = false
		f.codes--
	}
}

func (f *fields) inCode() bool { return f.codes > 0 }

// formField gives what a form field shows that has no result text: a tick box
// or the choice of a list.
func formField(k *node) string {
	data := k.child("w:ffData")
	if data == nil {
		return ""
	}
	if box := data.child("w:checkBox"); box != nil {
		state := toggle(box.child("w:checked"))
		if state.or(toggle(box.child("w:default"))) == on {
			return "☒"
		}
		return "☐"
	}
	list := data.child("w:ddList")
	at, _ := strconv.Atoi(list.child("w:result").get("w:val"))
	choice := ""
	i := 0
	list.each("w:listEntry", func(n *node) {
		if i == at {
			choice = n.get("w:val")
		}
		i++
	})
	return choice
}
