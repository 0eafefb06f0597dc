// Package wording holds the fixed words of the Union's documents in its six
// languages: months, language names, ordinals of meetings and the names of
// sections and boxes.
//
// The tables come from covers and templates seen in public documents; where a
// language's form was not seen, the form its own usage suggests is accepted
// too. Functions take text that [Tidy] has made uniform.
package wording
