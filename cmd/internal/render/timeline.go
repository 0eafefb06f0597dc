package render

import (
	"fmt"
	"slices"

	"rapporteur/corpus"
)

// Sizes of the timeline, in pixels.
const (
	barWidth   = 30
	barSpace   = 92
	barsHeight = 120
	mostDays   = 40
)

// timeline is how many documents are dated when, as a picture of bars.
type timeline struct {
	Width, Height, Base int
	Bars                []mark
}

// timelineOf counts documents by day, or by month where there are many days. It
// is empty where fewer than two days are told.
func timelineOf(r corpus.Report) timeline {
	by := make(map[string][]string)
	for _, length := range []int{len("2006-01-02"), len("2006-01"), len("2006")} {
		clear(by)
		for _, d := range r.Scope.Documents {
			if len(d.Date) >= length {
				day := d.Date[:length]
				by[day] = append(by[day], d.Symbol)
			}
		}
		if len(by) <= mostDays {
			break
		}
	}
	if len(by) < 2 || len(by) > mostDays {
		return timeline{}
	}
	days, most := sortedDays(by)
	t := timeline{Width: len(days)*barSpace + 8, Height: barsHeight + 40, Base: barsHeight}
	rtl := corpus.RightToLeft(r.Language)
	for i, day := range days {
		n := len(by[day])
		height := max(24, n*(barsHeight-24)/most)
		x := 4 + i*barSpace + (barSpace-barWidth)/2
		if rtl {
			x = t.Width - x - barWidth
		}
		t.Bars = append(t.Bars, mark{X: x, Y: barsHeight - height, Width: barWidth, Height: height, TextX: x + barWidth/2, TextY: barsHeight + 22,
			Text: day, Title: fmt.Sprintf("%s: %d", day, n), Anchor: "documents"})
	}
	return t
}

func sortedDays(by map[string][]string) (days []string, most int) {
	for day, symbols := range by {
		days = append(days, day)
		most = max(most, len(symbols))
	}
	slices.Sort(days)
	return days, most
}
