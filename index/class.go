package index

import (
	"slices"

	"rapporteur/index/words"
)

// class is how a passage's language is treated: each stemmed language is a
// class of its own, Chinese and all others come after.
type class int

// classes is a set of classes.
type classes uint

const (
	classCount = 7
	// unstemmed are Chinese and all other languages.
	unstemmed classes = 1<<5 | 1<<6
	everyone  classes = 1<<classCount - 1
)

func classOf(language string) class {
	if i := slices.Index(words.Stemmed, language); i >= 0 {
		return class(i)
	}
	if language == "zh" {
		return 5
	}
	return 6
}

func (c class) only() classes { return 1 << c }

func (s classes) has(c class) bool { return s&c.only() != 0 }
