package tag

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
)

// inParallel calls f for 0 to n-1 on all processors; f must keep to its own
// index.
func inParallel(n int, f func(i int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), max(n, 1)) {
		wg.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

// folds gives every passage a part by its document: parts are filled in the
// order in which documents appear, each document going to the emptiest.
func (x *exercise) folds() []int {
	sizes := map[string]int{}
	var docs []string
	for _, l := range x.labels {
		d := docOf(l)
		if sizes[d] == 0 {
			docs = append(docs, d)
		}
		sizes[d]++
	}
	slices.SortStableFunc(docs, func(a, b string) int { return cmp.Compare(sizes[b], sizes[a]) })
	part, filled := map[string]int{}, [foldCount]int{}
	for _, d := range docs {
		emptiest := 0
		for p := range filled {
			if filled[p] < filled[emptiest] {
				emptiest = p
			}
		}
		part[d] = emptiest
		filled[emptiest] += sizes[d]
	}
	out := make([]int, len(x.labels))
	for i, l := range x.labels {
		out[i] = part[docOf(l)]
	}
	return out
}

func docOf(l Label) string {
	if l.Doc == "" {
		return "passage " + l.ID
	}
	return l.Doc
}
