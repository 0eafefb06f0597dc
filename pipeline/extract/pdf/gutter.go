package pdf

// Justified lines have spaces as wide as the white between narrow columns. What
// tells them apart is that the white stands at the same place in row after row.

const (
	// binWidth is the precision with which white is placed, in points.
	binWidth = 2
	// gutterRows is the least number of rows that must have white at one place.
	gutterRows = 6
	// maxBins bounds the width of a page that is looked at.
	maxBins = 4000
)

// gutterBins marks the places from left to right, binWidth apart, where many
// rows have white between their letters and few have letters.
func gutterBins(rows [][]atom, width float32) []bool {
	n := int(width/binWidth) + 1
	if n < 1 || n > maxBins || len(rows) < gutterRows {
		return nil
	}
	white, black := make([]int, n), make([]int, n)
	for _, atoms := range rows {
		right := atoms[0].right
		for i := 1; i < len(atoms); i++ {
			a := atoms[i]
			if a.left-right > minGutter {
				mark(white, right, a.left)
			}
			right = max(right, a.right)
		}
		// Letters fill what is not white.
		from := atoms[0].left
		right = atoms[0].right
		for i := 1; i <= len(atoms); i++ {
			if i == len(atoms) || atoms[i].left-right > minGutter {
				mark(black, from, right)
				if i < len(atoms) {
					from = atoms[i].left
				}
			}
			if i < len(atoms) {
				right = max(right, atoms[i].right)
			}
		}
	}
	bins := make([]bool, n)
	for i := range bins {
		bins[i] = white[i] >= gutterRows && white[i] >= 2*black[i]
	}
	return bins
}

// mark counts the bins that lie wholly between from and to.
func mark(bins []int, from, to float32) {
	for i := max(int(from/binWidth)+1, 0); i < int(to/binWidth) && i < len(bins); i++ {
		bins[i]++
	}
}

// cuts are the places where a row is parted for other reasons than its own gaps.
type cuts struct {
	// gutters are bins of the page's width.
	gutters []bool
	// uprights are the places of the upright ruling lines that cross the row.
	uprights []float32
}

// part reports whether the white from left to right holds a cut.
func (c cuts) part(left, right float32) bool {
	for _, x := range c.uprights {
		if x > left-1 && x < right+1 {
			return true
		}
	}
	if right-left < minGutter {
		return false
	}
	for i := max(int(left/binWidth)+1, 0); i < int(right/binWidth) && i < len(c.gutters); i++ {
		if c.gutters[i] {
			return true
		}
	}
	return false
}

// uprights finds the upright ruling lines that cross a row.
func (p *page) uprights(r row) []float32 {
	if len(p.rules) > maxRules {
		return nil
	}
	var xs []float32
	middle := r.base + 0.3*r.size
	for _, rule := range p.rules {
		if rule.width() <= thin && rule.height() > r.size && rule.bottom < middle && rule.top > middle {
			xs = append(xs, (rule.left+rule.right)/2)
		}
	}
	return xs
}
