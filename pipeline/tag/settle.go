package tag

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/corpus"
)

// From these scores on, in thousandths of probability beyond the model's own
// threshold, a theme is tagged or suggested.
const (
	modelTagAt     = 500
	modelSuggestAt = 250
)

// strangerWeight is what a concept that the model never met, because a
// workspace added it, moves the model by, for each 1000 of its weight.
const strangerWeight = 2500

// settle joins the codebook's finding with the model's. With a model, the model
// decides and the codebook's phrases are first among the evidence; a theme that
// only the codebook sees strongly is suggested. Without one the codebook
// decides.
func (m *Model) settle(r *reading, f themeFound) themeFound {
	if m == nil || !r.verdict.known {
		f.status = levelOf(f.score)
		return f
	}
	margin := r.verdict.margin(classOfTheme(f.theme), m.head.Decision) + m.strangers(f.evidence)
	byBook := f.score
	f.score = logistic(margin)
	f.maker = corpus.Maker{Kind: "model", Name: "linear " + m.hash.Short()}
	switch {
	case f.score >= modelTagAt:
		f.status = corpus.StatusTagged
	case f.score >= modelSuggestAt || byBook >= tagAt && f.score >= modelSuggestAt/2:
		f.status = corpus.StatusSuggested
	default:
		return themeFound{theme: f.theme, maker: f.maker}
	}
	f.evidence = m.explain(r, classOfTheme(f.theme), f)
	return f
}

// strangers adds up the weights of concepts that the model never met.
func (m *Model) strangers(ev []corpus.Evidence) int64 {
	var sum int64
	for _, e := range ev {
		if m.at.find(short(keyOf("concept", e.Concept))) < 0 {
			sum += int64(e.Weight) * strangerWeight / 1000
		}
	}
	return sum
}

// kind lets the model overrule the cues.
func (m *Model) kind(r *reading, byCues kindFound) kindFound {
	if m == nil || !r.verdict.known || len(r.text.Tokens) == 0 {
		return byCues
	}
	best := r.verdict.bestKind(m.head.Decision)
	found := kindFound{kind: corpus.Kinds()[best], maker: corpus.Maker{Kind: "model", Name: "linear " + m.hash.Short()}}
	found.score = logistic(r.verdict.looked.kind[best])
	f := themeFound{score: found.score}
	if found.kind == byCues.kind {
		f.evidence = byCues.evidence
	}
	found.evidence = m.explain(r, classKind+best, f)
	return found
}

// explain quotes the places that moved the score of a class most: the
// codebook's phrases first, then words whose own parts are largest. Weights are
// parts of the score.
func (m *Model) explain(r *reading, class int, f themeFound) []corpus.Evidence {
	parts := m.parts(r, class)
	total := int64(0)
	for _, p := range parts {
		total += max(p, 0)
	}
	share := func(first, last int) int {
		sum := int64(0)
		for _, p := range parts[first:min(last, len(parts))] {
			sum += max(p, 0)
		}
		return int(sum * int64(f.score) / max(total, 1))
	}
	var out []corpus.Evidence
	covered := make([]bool, len(r.text.Tokens))
	for _, e := range f.evidence {
		first, last := r.tokensOf(e.Start, e.End)
		e.Weight = share(first, last)
		out = append(out, e)
		for i := first; i < last; i++ {
			covered[i] = true
		}
	}
	for _, s := range r.strongest(parts, covered) {
		e := r.evidence(r.text.Tokens[s.first].Start, r.text.Tokens[s.last-1].End, "", "linear model", share(s.first, s.last))
		if !slices.ContainsFunc(out, func(o corpus.Evidence) bool { return strings.EqualFold(o.Quote, e.Quote) }) {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b corpus.Evidence) int { return cmp.Compare(b.Weight, a.Weight) })
	if len(out) == 0 {
		return r.whole("linear model")
	}
	return out[:min(len(out), mostQuoted)]
}

// mostQuoted is how many places are quoted where the model decides.
const mostQuoted = 4

// parts are what each token adds to a class's score. A feature's part goes to
// its occurrences, and each occurrence's to its tokens, in equal shares.
func (m *Model) parts(r *reading, class int) []int64 {
	out := make([]int64, len(r.text.Tokens))
	v := &r.verdict
	for k := range v.writer.out {
		f := &v.writer.out[k]
		row := f.row
		if m.offset[row] < 0 || f.last <= f.first {
			continue
		}
		weight := int64(m.weights[m.offset[row]+int32(class)])
		if weight == 0 {
			continue
		}
		n, g := int64(v.times[k]), m.groups[row]
		value := m.rarity[row] * countValue(int(n)) * weight
		part := value * (m.head.Scale[class][g] / 1000) / (v.lengths[g] * n * int64(f.last-f.first))
		for i := f.first; i < f.last && int(i) < len(out); i++ {
			out[i] += part
		}
	}
	return out
}

// tokenRun is neighbouring tokens [first,last) with what they add.
type tokenRun struct {
	first, last int
	part        int64
}

// strongest gives the uncovered runs of words that add most, in order of what
// they add. A run begins and ends with a content word, and goes on while each
// content word adds a third of the largest, over at most two function words.
func (r *reading) strongest(parts []int64, covered []bool) []tokenRun {
	worth := make([]bool, len(parts))
	largest := int64(0)
	for i, p := range parts {
		if worth[i] = !covered[i] && p > 0 && content(&r.text.Tokens[i]); worth[i] {
			largest = max(largest, p)
		}
	}
	var runs []tokenRun
	for i := 0; i < len(parts); i++ {
		if !worth[i] || 3*parts[i] < largest {
			continue
		}
		run := tokenRun{first: i, last: i + 1, part: parts[i]}
		for k := i + 1; k < len(parts) && k-run.last <= 2 && k-i < longestRun && r.joined(k) && !covered[k]; k++ {
			if worth[k] && 3*parts[k] >= largest {
				run.last = k + 1
			} else if content(&r.text.Tokens[k]) {
				break
			}
		}
		for _, p := range parts[run.first+1 : run.last] {
			run.part += p
		}
		run.last = r.wholeCharacters(run, covered)
		runs = append(runs, run)
		i = run.last - 1
	}
	slices.SortStableFunc(runs, func(a, b tokenRun) int { return cmp.Compare(b.part, a.part) })
	return runs[:min(len(runs), mostQuoted)]
}

// joined reports whether nothing but a space or a hyphen stands before token k.
func (r *reading) joined(k int) bool {
	switch r.text.Source[r.text.Tokens[k-1].End:r.text.Tokens[k].Start] {
	case "", " ", "-", "'", "’", "\u00a0":
		return true
	}
	return false
}

// wholeCharacters is the end of a run; a lone Chinese character takes the one
// after it along, for alone it is seldom a word.
func (r *reading) wholeCharacters(run tokenRun, covered []bool) int {
	k := run.last
	if k-run.first > 1 || k >= len(covered) || covered[k] || !han(r.text.Tokens[run.first].Fold) || !han(r.text.Tokens[k].Fold) || !r.joined(k) {
		return k
	}
	return k + 1
}

// longestRun bounds a quoted run, in words.
const longestRun = 12

// tokensOf gives the tokens that a span of bytes touches.
func (r *reading) tokensOf(start, end int) (first, last int) {
	for first < len(r.text.Tokens) && r.text.Tokens[first].End <= start {
		first++
	}
	last = first
	for last < len(r.text.Tokens) && r.text.Tokens[last].Start < end {
		last++
	}
	return first, last
}

// logisticTable[i] is the argument, in thousandths, at which the logistic
// reaches i/40, written out for the reason given at countTable.
var logisticTable = [41]int64{-9000, -3664, -2944, -2512, -2197, -1946, -1735, -1551, -1386, -1237, -1099, -969, -847, -731, -619,
	-511, -405, -302, -201, -100, 0, 100, 201, 302, 405, 511, 619, 731, 847, 969, 1099, 1237, 1386, 1551, 1735, 1946, 2197, 2512, 2944, 3664, 9000}

// logistic gives 0 to 1000 for an argument in thousandths, by straight lines
// between the table's points.
func logistic(x int64) int {
	for i := 1; i < len(logisticTable); i++ {
		if lo, hi := logisticTable[i-1], logisticTable[i]; x < hi {
			return int(25*int64(i-1) + 25*max(x-lo, 0)/(hi-lo))
		}
	}
	return 1000
}

// settleProcess joins the codebook's finding of the group's own work with the
// model's: the group's name and its work together are enough; without the name
// the model must agree.
func (m *Model) settleProcess(r *reading, f themeFound) themeFound {
	f.status = levelOf(f.score)
	if m == nil || !r.verdict.known || f.status == corpus.StatusTagged {
		return f
	}
	if f.status != "" && r.verdict.class[classProcess] > int64(m.head.Decision.Process) {
		f.status = corpus.StatusTagged
	}
	return f
}

// meetingEvidence quotes a numbered meeting, which together with the group's
// name speaks of its work.
func (r *reading) meetingEvidence() (corpus.Evidence, bool) {
	at := meetingTimes[r.text.Language].FindStringIndex(r.text.Source)
	if at == nil {
		return corpus.Evidence{}, false
	}
	return r.evidence(at[0], at[1], "", "a numbered meeting", meetingWeight), true
}

const meetingWeight = 500
