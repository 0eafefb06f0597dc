package corpus_test

import (
	"testing"

	"rapporteur/corpus"
)

func TestParseSymbol(t *testing.T) {
	tests := []struct {
		printed, want, language, work string
		revision                      int
	}{
		{"CWG-Internet-22/3", "CWG-Internet-22/3", "", "CWG-Internet-22/3", 0},
		{"CWG-Internet 22/3-E", "CWG-Internet-22/3", "en", "CWG-Internet-22/3", 0},
		{"WG-Internet 11/11", "CWG-Internet-11/11", "", "CWG-Internet-11/11", 0},
		{"CWG-Internet-22/3(Rev.1)-C", "CWG-Internet-22/3(Rev.1)", "zh", "CWG-Internet-22/3", 1},
		{"C25/61-E", "C25/61", "en", "C25/61", 0},
		{"C17/130-E (Rev. 1)", "C17/130(Rev.1)", "en", "C17/130", 1},
		{"C17/98(Rev.2)", "C17/98(Rev.2)", "", "C17/98", 2},
		{"C17/DT/5", "C17/DT/5", "", "C17/DT/5", 0},
		{"PP-14/20(Add.1)-E", "PP14/20(Add.1)", "en", "PP14/20", 0},
		{"PP14/34(Rev.1)(Add.1)-R", "PP14/34(Rev.1)(Add.1)", "ru", "PP14/34", 1},
		{"WTPF-13/16(Rev.1)-S", "WTPF-13/16(Rev.1)", "es", "WTPF-13/16", 1},
		{"CWG–Internet–22/3", "CWG-Internet-22/3", "", "CWG-Internet-22/3", 0},
		{"NETmundial/002", "NETmundial/002", "", "NETmundial/002", 0},
		{"CWG-Internet-22/src-add12345", "CWG-Internet-22/src-add12345", "", "CWG-Internet-22/src-add12345", 0},
		{"CWG-Internet-22/3 ( Rev. 2 )", "CWG-Internet-22/3(Rev.2)", "", "CWG-Internet-22/3", 2},
		{"C17/98 Rev.1", "C17/98(Rev.1)", "", "C17/98", 1},
		{"A/HRC/22/9*", "A/HRC/22/9", "", "A/HRC/22/9", 0},
		{"A/RES/70/125", "A/RES/70/125", "", "A/RES/70/125", 0},
		{"E/2025/7/Rev.1", "E/2025/7/Rev.1", "", "E/2025/7", 1},
		{"E/CN.16/2025/2/Add.1/Corr.2", "E/CN.16/2025/2/Add.1/Corr.2", "", "E/CN.16/2025/2", 0},
		{"A/HRC/WG.6/6/L.13", "A/HRC/WG.6/6/L.13", "", "A/HRC/WG.6/6/L.13", 0},
		{"S/2024/11", "S/2024/11", "", "S/2024/11", 0},
		{"CWG-Internet-22/src-1a2b3c4d", "CWG-Internet-22/src-1a2b3c4d", "", "CWG-Internet-22/src-1a2b3c4d", 0},
	}
	for _, tt := range tests {
		t.Run(tt.printed, func(t *testing.T) {
			s, language, err := corpus.ParseSymbol(tt.printed)
			if err != nil {
				t.Fatal(err)
			}
			if s.String() != tt.want || language != tt.language || s.Work() != tt.work || s.Revision() != tt.revision {
				t.Errorf("got %q language %q work %q revision %d", s, language, s.Work(), s.Revision())
			}
			again, _, err := corpus.ParseSymbol(s.String())
			if err != nil || again != s {
				t.Errorf("%q read again gives %q, %v", s, again, err)
			}
		})
	}
}

func TestParseSymbolRefuses(t *testing.T) {
	for _, s := range []string{"", "/", "Geneva", "12 March 2025", "CWG-Internet-22/", "/3", "C25/1(Rev.99999999999999999999)"} {
		if got, _, err := corpus.ParseSymbol(s); err == nil {
			t.Errorf("%q was read as %q", s, got)
		} else if corpus.ErrorCode(err) != corpus.CodeInvalid {
			t.Errorf("%q: code %q", s, corpus.ErrorCode(err))
		}
	}
}

func TestSymbolBodyAndBranch(t *testing.T) {
	tests := []struct{ symbol, body, branch string }{
		{"A/HRC/22/9/Add.1/Rev.2", "A/HRC", "A/HRC/22/9(Add.1)"},
		{"CWG-Internet-22/3(Rev.1)", "CWG-Internet", "CWG-Internet-22/3"},
		{"C25/61", "C25", "C25/61"},
		{"PP14/34(Rev.1)(Add.1)", "PP14", "PP14/34(Add.1)"},
	}
	for _, tt := range tests {
		s, _, err := corpus.ParseSymbol(tt.symbol)
		if err != nil {
			t.Fatal(err)
		}
		if s.Body() != tt.body || s.Branch() != tt.branch {
			t.Errorf("%s: body %q, branch %q", tt.symbol, s.Body(), s.Branch())
		}
	}
}

func FuzzParseSymbol(f *testing.F) {
	f.Add("CWG-Internet-22/3(Rev.1)-E")
	f.Add("C17/DT/5 (Add. 2)")
	f.Fuzz(func(t *testing.T, printed string) {
		s, _, err := corpus.ParseSymbol(printed)
		if err != nil {
			return
		}
		again, _, err := corpus.ParseSymbol(s.String())
		if err != nil || again != s {
			t.Errorf("%q gives %q, which gives %q, %v", printed, s, again, err)
		}
	})
}
