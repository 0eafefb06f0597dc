package segment

// outline is the headings that are open, outermost first.
type outline []struct {
	level int
	text  string
}

// section is the text of the nearest heading, "" before the first.
func (o outline) section() string {
	if len(o) == 0 {
		return ""
	}
	return o[len(o)-1].text
}

// open puts a heading below those of lower levels and gives the text of the one
// that it stands in.
func (o *outline) open(level int, text string) (parent string) {
	for len(*o) > 0 && (*o)[len(*o)-1].level >= level {
		*o = (*o)[:len(*o)-1]
	}
	parent = o.section()
	*o = append(*o, struct {
		level int
		text  string
	}{level, text})
	return parent
}
