package compare

import "rapporteur/corpus"

// Vocabulary is how a language names the codes that a report's data holds, for
// whoever shows that data beside the report. A code that it does not name is
// shown as it is.
type Vocabulary struct{ words *phrases }

// VocabularyIn gives the vocabulary of a language, the English one where a
// report cannot be written in it.
func VocabularyIn(language string) Vocabulary {
	w, err := phrasesFor(language)
	if err != nil {
		w = english()
	}
	return Vocabulary{w}
}

// Use names what a document was used for.
func (v Vocabulary) Use(code string) string { return or(v.words.uses, code) }

// Version names a version of a document.
func (v Vocabulary) Version(code string) string { return or(v.words.versions, code) }

// Language names a language by its ISO 639-1 code.
func (v Vocabulary) Language(code string) string { return or(v.words.languages, code) }

// Addressee names who is asked and, after a stroke, who is to receive it.
func (v Vocabulary) Addressee(code string) string { return v.words.addressee(code) }

// Act names what a source does.
func (v Vocabulary) Act(act corpus.Act) string { return or(v.words.acts, act) }

// Status names what became of a file.
func (v Vocabulary) Status(s corpus.FileStatus) string { return or(v.words.status, string(s)) }

// Reason says why a file was not read. The detail, which is in English or the
// use of a document, is added in an English report alone.
func (v Vocabulary) Reason(reason corpus.Reason, detail string) string {
	if reason == corpus.ReasonNone {
		return or(v.words.uses, detail)
	}
	text := or(v.words.reasons, reason)
	if v.words.language == "en" && detail != "" {
		return text + ": " + detail
	}
	return text
}
