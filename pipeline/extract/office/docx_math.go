package office

// math reads a formula as its characters in order, with the signs that its
// layout stands for: the bar of a fraction, brackets, sums and roots.
func (r *docxReader) math(n *node, s *story, st runState) {
	formulas := 0
	for _, k := range n.kids {
		switch k.name {
		case "m:oMath":
			if formulas++; formulas > 1 {
				r.mathSign("\n", s, st)
			}
			r.math(k, s, st)
		case "m:r", "w:r":
			r.run(k, s, st)
		case "m:f":
			r.math(k.only("m:num"), s, st)
			r.mathSign("/", s, st)
			r.math(k.only("m:den"), s, st)
		case "m:d":
			r.delimited(k, s, st)
		case "m:nary":
			r.mathSign(mathChar(k.path("m:naryPr", "m:chr"), "∫"), s, st)
			r.math(k, s, st)
		case "m:rad":
			r.mathSign("√", s, st)
			r.math(k, s, st)
		default:
			if !skipped(k.name) {
				r.math(k, s, st.within(k.name))
			}
		}
	}
}

// delimited reads a formula in brackets, whose parts are separated by bars.
func (r *docxReader) delimited(n *node, s *story, st runState) {
	props := n.child("m:dPr")
	r.mathSign(mathChar(props.child("m:begChr"), "("), s, st)
	first := true
	n.each("m:e", func(e *node) {
		if !first {
			r.mathSign(mathChar(props.child("m:sepChr"), "|"), s, st)
		}
		first = false
		r.math(e, s, st)
	})
	r.mathSign(mathChar(props.child("m:endChr"), ")"), s, st)
}

// mathChar gives the sign that a property sets; an empty one means none.
func mathChar(n *node, absent string) string {
	if v, ok := n.find("m:val"); ok {
		return v
	}
	return absent
}

func (r *docxReader) mathSign(sign string, s *story, st runState) {
	if !s.fields.inCode() {
		s.open.add(run{text: sign, change: st.change})
	}
}
