package jobs

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longestName bounds a file's name, in bytes; file systems take 255.
const longestName = 180

// CleanName makes of what a browser calls a file a name that leads nowhere and
// shows as it is: the last part of any path, without control characters and
// marks that turn the direction of writing. The extension is kept.
func CleanName(sent string) string {
	name := strings.ToValidUTF8(sent, "")
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
			return -1
		case strings.ContainsRune(`<>:"|?*`, r):
			return '_'
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, norm.NFC.String(name))
	name = strings.Trim(name, " .")
	if len(name) > longestName {
		name = shortened(name)
	}
	if name == "" {
		return "file"
	}
	return name
}

// shortened keeps the beginning and the extension.
func shortened(name string) string {
	extension := ""
	if i := strings.LastIndexByte(name, '.'); i > 0 && len(name)-i <= 10 {
		extension = name[i:]
	}
	end := longestName - len(extension)
	for end > 0 && !utf8.RuneStart(name[end]) {
		end--
	}
	return strings.TrimRight(name[:end], " .") + extension
}
