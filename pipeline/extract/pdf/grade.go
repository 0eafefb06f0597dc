package pdf

import (
	"fmt"
	"strings"

	"rapporteur/corpus"
	"rapporteur/pipeline/extract/block"
)

// Bounds of the grades. They were set on the 91 documents of the shared data: of
// those that people can read, none is below C, and the garbled ones are D.
const (
	agreeFully  = 0.93 // grade A
	agreeMostly = 0.75 // grade B; less is C
	sameLetters = 0.98 // grade B, in whatever order
)

// Judge grades a reading, with the text of the second reading beside it, or the
// error that stopped that.
//
//	A  both readings agree, and the text looks like a language
//	B  small differences; or only one reading, and it looks like a language
//	C  the readings disagree, or parts are doubtful
//	D  garbled: the file does not say which letters it shows
//
// Where the first reading is garbled and the second is not, the second takes its
// place, with grade C.
func Judge(doc *block.Document, second string, secondErr error) {
	text := allText(doc)
	first, other := look(text), look(second)
	doc.Grade = grade(first, agree(text, second), other, secondErr)
	if doc.Grade < corpus.GradeC && doc.Extractor == recognised {
		doc.Grade = corpus.GradeC
	}
	if doc.Grade != corpus.GradeD || other.letters < first.letters/2 || other.verdict() > fine {
		return
	}
	if spare, err := Fallback(second); err == nil {
		doc.Blocks, doc.Extractor, doc.Grade = spare.Blocks, spare.Extractor, corpus.GradeC
		doc.Warnings = append(doc.Warnings, "one of the two readers found no meaning in the file's fonts; this is the other's text, without its layout")
	}
}

// grade puts the signs together.
func grade(first looks, a agreement, other looks, secondErr error) corpus.Grade {
	v := first.verdict()
	// Two engines that agree on odd words, such as those of tables, see what is there.
	if v == doubtful && first.lost() <= 0.02 && a.text >= agreeFully && secondErr == nil {
		return corpus.GradeB
	}
	switch v {
	case garbled:
		return corpus.GradeD
	case doubtful:
		return corpus.GradeC
	}
	// A second reading that failed, or saw little, says nothing of the first.
	silent := secondErr != nil || other.letters*2 < first.letters || other.verdict() == garbled
	switch {
	case silent:
		return corpus.GradeB
	case a.text >= agreeFully:
		return corpus.GradeA
	case a.text >= agreeMostly || a.letters >= sameLetters || other.verdict() == doubtful:
		return corpus.GradeB
	}
	return corpus.GradeC
}

// allText is everything that was read.
func allText(doc *block.Document) string {
	var b strings.Builder
	for i := range doc.Blocks {
		b.WriteString(doc.Blocks[i].Label)
		b.WriteByte(' ')
		b.WriteString(doc.Blocks[i].Text)
		b.WriteByte('\n')
	}
	return b.String()
}

// agreement is how much of both texts is in the other, 0 to 1: by stretches of
// three letters, and by letters alone, which do not mind the order of cells.
// Spaces and signs are left out, since the second reading has no good ones.
type agreement struct{ text, letters float64 }

// grams counts stretches of letters by their hash.
type grams struct {
	three, one  [1 << 15]int32
	total, ones int64
}

func gramsOf(letters []rune) *grams {
	g := &grams{}
	for i, c := range letters {
		g.one[hash(0, 0, c)]++
		g.ones++
		if i >= 2 {
			g.three[hash(letters[i-2], letters[i-1], c)]++
			g.total++
		}
	}
	return g
}

func hash(a, b, c rune) uint32 {
	h := uint32(a)*2654435761 ^ uint32(b)*40503 ^ uint32(c)*2246822519
	return (h ^ h>>15) & (1<<15 - 1)
}

// agree compares two texts.
func agree(a, b string) agreement {
	x, y := gramsOf(foldLetters(a)), gramsOf(foldLetters(turnRuns(b)))
	return agreement{
		text:    common(&x.three, &y.three, x.total+y.total),
		letters: common(&x.one, &y.one, x.ones+y.ones),
	}
}

func common(x, y *[1 << 15]int32, total int64) float64 {
	if total == 0 {
		return 0
	}
	var same int64
	for i := range x {
		same += int64(min(x[i], y[i]))
	}
	return 2 * float64(same) / float64(total)
}

// String describes what was seen, for tests and for people who tune.
func (l looks) String() string {
	return fmt.Sprintf("letters %d lost %.3f single %.2f mute %.2f mixed %.3f long %.3f usual %d/%d", l.letters, l.lost(), l.part(l.single), l.part(l.mute), l.part(l.mixed), l.part(l.long), l.usual, l.scored)
}
