package pdf

import "testing"

// laid makes an element of a line of text at a place on the page.
func laid(text string, left, base float32, order int) element {
	l := line{text: text, base: base, size: 12, order: order, page: 1, box: rect{left: left, right: left + 6*float32(len(text)), bottom: base - 3, top: base + 9}}
	return element{box: l.box, order: order, line: &l, chars: len(text)}
}

func TestCoverCells(t *testing.T) {
	words := func(list []element) (out string) {
		for _, e := range list {
			out += e.line.text + "|"
		}
		return out
	}
	cover := []element{
		laid("Council Working Group on", 60, 780, 0), laid("Harbours (CWG-", 60, 766, 1), laid("Harbours)", 60, 752, 2),
		laid("Document CWG-Harbours-3/1-E", 320, 780, 3), laid("27 August 2030", 320, 758, 4),
		laid("Contribution from the Kingdom of Norlandia", 120, 700, 5), laid("A paragraph that goes from one margin of the page to the other.", 60, 680, 6),
	}
	first, second, rest := coverCells(cover, false)
	if got := words(first) + "/" + words(second) + "/" + words(rest); got != "Council Working Group on|Harbours (CWG-|Harbours)|/Document CWG-Harbours-3/1-E|27 August 2030|/Contribution from the Kingdom of Norlandia|A paragraph that goes from one margin of the page to the other.|" {
		t.Error(got)
	}
	if first, second, _ := coverCells(cover, true); first[0].box.left < second[0].box.left {
		t.Error("read from right to left, the right cell comes second")
	}
	table := []element{
		laid("Harbour", 60, 780, 0), laid("Depth", 320, 780, 1), laid("North", 60, 766, 2), laid("12 m", 320, 766, 3), laid("South", 60, 752, 4), laid("9 m", 320, 752, 5),
	}
	if first, _, _ := coverCells(table, false); first != nil {
		t.Errorf("the rows of a table were taken for cells: %s", words(first))
	}
}
