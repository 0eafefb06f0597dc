package tag

// second is the second look at a passage: the scores of all classes and the
// signs of the passage, weighed together. The first look knows words; the
// second knows that a passage whose best theme is doubtful, that looks like a
// list of references or that is mere courtesy seldom argues anything.
type second struct {
	// Theme weighs one theme at a time, the same for all twelve but for a
	// constant of each; None says that there is no theme at all.
	Theme lens `json:"theme"`
	None  lens `json:"none"`
	// Kind counts as much as the first look.
	Kind [kindCount]lens `json:"kind"`
}

// lens is a weighted sum of whole numbers: Bias in thousandths, Weights in
// millionths.
type lens struct {
	Bias    int64   `json:"bias"`
	Weights []int64 `json:"weights"`
}

// of weighs a row. A lens without weights says nothing.
func (l lens) of(row []int64) int64 {
	sum := int64(0)
	for i, w := range l.Weights[:min(len(l.Weights), len(row))] {
		sum += w * row[i]
	}
	return l.Bias + sum/1_000_000
}

// looked is what the second look says, in thousandths of the logistic's
// argument.
type looked struct {
	theme [themeCount + 1]int64
	none  int64
	kind  [kindCount]int64
}

// widestRow is more than the numbers of any row.
const widestRow = 96

// look takes the second look at scores.
func (s *second) look(class *[classCount]int64, g *signs) looked {
	var out looked
	var buffer [widestRow]int64
	for t := 1; t <= themeCount; t++ {
		out.theme[t] = s.Theme.of(themeRow(buffer[:0], class, g, t))
	}
	out.none = s.None.of(themeRow(buffer[:0], class, g, bestTheme(class)))
	row := kindRow(buffer[:0], class, g)
	for k := range out.kind {
		out.kind[k] = (s.Kind[k].of(row) + class[classKind+k]) / 2
	}
	return out
}

// firstLook is what the first look says by itself.
func firstLook(class *[classCount]int64) looked {
	out := looked{none: class[classNone]}
	copy(out.theme[1:], class[1:classKind])
	copy(out.kind[:], class[classKind:classProcess])
	return out
}

func bestTheme(class *[classCount]int64) int {
	best := 1
	for t := 2; t <= themeCount; t++ {
		if class[t] > class[best] {
			best = t
		}
	}
	return best
}

// furthest bounds scores, so that no passage is beyond what was seen in
// training.
const furthest = 12_000

func bounded(score int64) int64 { return max(min(score, furthest), -furthest) }

// themeRow is what speaks for and against theme t: its score and what the
// codebook sees of it, the scores of the others and of kinds, the passage's
// look, and which theme it is.
func themeRow(row []int64, class *[classCount]int64, g *signs, t int) []int64 {
	var rank, rest, book int64
	other := int64(-furthest)
	for k := 1; k <= themeCount; k++ {
		rest += int64(logistic(class[k]))
		if k == t {
			continue
		}
		rank += one(class[k] > class[t])
		other = max(other, bounded(class[k]))
		book = max(book, g.theme[k].sum)
	}
	f := &g.theme[t]
	row = append(row, bounded(class[t]), bounded(class[classNone]), 1000*min(rank, 3), other, rest, f.sum, f.most, f.places, f.share, f.first, book)
	for _, score := range class[classKind:] {
		row = append(row, bounded(score))
	}
	row = append(row, g.look[:]...)
	row = append(row, g.cue[:]...)
	for k := 1; k <= themeCount; k++ {
		row = append(row, 1000*one(k == t))
	}
	return row
}

// kindRow is what speaks for and against kinds.
func kindRow(row []int64, class *[classCount]int64, g *signs) []int64 {
	rest := int64(0)
	for k := 1; k <= themeCount; k++ {
		rest += int64(logistic(class[k]))
	}
	row = append(row, bounded(class[classNone]), bounded(class[bestTheme(class)]), rest)
	for _, score := range class[classKind:] {
		row = append(row, bounded(score))
	}
	row = append(row, g.look[:]...)
	row = append(row, g.cue[:]...)
	return append(row, g.act[:]...)
}

// margin is how far a theme is beyond the threshold, or the passage beyond that
// of having a theme at all, whichever is less.
func (l *looked) margin(t int, d decision) int64 {
	return min(l.theme[t]-int64(d.Theme), int64(d.None)-l.none)
}

// themes gives the themes beyond their thresholds, one bit each.
func (l *looked) themes(d decision) uint16 {
	var set uint16
	for t := 1; t <= themeCount; t++ {
		if l.margin(t, d) > 0 {
			set |= 1 << t
		}
	}
	return set
}

// bestKind is the kind with the highest score.
func (l *looked) bestKind(d decision) int {
	best := 0
	for k := range kindCount {
		if l.kind[k]+int64(d.Kind[k]) > l.kind[best]+int64(d.Kind[best]) {
			best = k
		}
	}
	return best
}
