package jobs_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"rapporteur/cmd/internal/jobs"
)

func TestCleanName(t *testing.T) {
	for sent, want := range map[string]string{
		"paper.docx": "paper.docx", "../../etc/passwd": "passwd", `C:\Users\me\paper.pdf`: "paper.pdf", "..": "file", "": "file",
		"a\x00b.txt": "ab.txt", "a\nb.txt": "ab.txt", "evil\u202excod.exe": "evilxcod.exe", ".hidden": "hidden", "a:b*.txt": "a_b_.txt",
		"وثيقة.docx": "وثيقة.docx", "文件.pdf": "文件.pdf", "cafe\u0301.txt": "café.txt", "/": "file", "\xff\xfe.txt": "txt",
		strings.Repeat("ж", 200) + ".docx": strings.Repeat("ж", 87) + ".docx",
	} {
		if got := jobs.CleanName(sent); got != want {
			t.Errorf("%q is %q, want %q", sent, got, want)
		}
	}
}

func FuzzCleanName(f *testing.F) {
	f.Add("../a\\b/c.txt")
	f.Fuzz(func(t *testing.T, sent string) {
		name := jobs.CleanName(sent)
		if name == "" || name == "." || name == ".." || len(name) > 200 || !utf8.ValidString(name) || strings.ContainsAny(name, "/\\\x00\n") || name[0] == '.' {
			t.Errorf("%q gives %q", sent, name)
		}
	})
}
