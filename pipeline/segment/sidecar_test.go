package segment

import (
	"strings"
	"testing"
	"unicode/utf16"

	"rapporteur/corpus"
)

func TestParseSidecar(t *testing.T) {
	want := Sidecar{File: "in/a.txt", Symbol: "CWG-Internet-22/3", Date: "2025-09-12", Source: "Chile; Peru", Language: "fr", Attribution: "aggregate-only"}
	for name, csv := range map[string]string{
		"commas":      "file,symbol,date,source,language,attribution\nin/a.txt,CWG-Internet-22/3,2025-09-12,Chile; Peru,fr,aggregate-only\n",
		"semicolons":  "attribution;source;file;symbol;language;date\nAggregate-only;\"Chile; Peru\";in/a.txt;CWG-Internet-22/3;FR;12.09.2025\n",
		"tabs, BOM":   "\ufeffFile\tsymbol\tdate\tsource\tlanguage\tattribution\r\nin\\a.txt\tCWG-Internet-22/3\t12 September 2025\tChile; Peru\tF\taggregate-only\r\n",
		"UTF-16":      utf16LE("File\tsymbol\tdate\tsource\tlanguage\tattribution\r\nin/a.txt\tCWG-Internet-22/3\t2025-09-12\tChile; Peru\tF\taggregate-only\r\n"),
		"empty lines": "file,symbol,date,source,language,attribution,title\n\n,,,,,,\nin/a.txt,CWG-Internet-22/3,2025-09-12,Chile; Peru,french,aggregate-only,\n",
	} {
		got, err := ParseSidecar("meta.csv", []byte(csv))
		if err != nil || len(got) != 1 || got["in/a.txt"] != want {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

// utf16LE writes text as a spreadsheet's "Unicode text" is written.
func utf16LE(s string) string {
	out := []byte("\xff\xfe")
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return string(out)
}

func TestParseSidecarErrors(t *testing.T) {
	for name, c := range map[string]struct{ csv, want string }{
		"unknown column":  {"file,country\na,b\n", `meta.csv, line 1, column 6: "country" is no column`},
		"column twice":    {"file,file\na,b\n", "meta.csv, line 1, column 6: column file stands twice"},
		"no file column":  {"symbol\nC25/1\n", "meta.csv, line 1, column 1 (symbol): there is no column file"},
		"file twice":      {"title,file\nx,a.txt\ny,a.txt\n", "meta.csv, line 3, column 3 (file): a.txt stands in line 2 already"},
		"bad attribution": {"file,attribution\na.txt,secret\n", `meta.csv, line 2, column 7 (attribution): "secret" is no rule`},
		"bad language":    {"file,language\na.txt,de\n", `meta.csv, line 2, column 7 (language): "de" is none of the languages`},
		"bad date":        {"file,date\na.txt,soon\n", `meta.csv, line 2, column 7 (date): "soon" may be read in two ways or is no date; write 2025-09-12`},
		"doubtful date":   {"file,date\na.txt,12/09/2025\n", `meta.csv, line 2, column 7 (date): "12/09/2025" may be read in two ways`},
		"bad symbol":      {"file,symbol\na.txt,twelve\n", `meta.csv, line 2, column 7 (symbol): "twelve" is not a document number`},
		"too many cells":  {"file\na.txt,b\n", "meta.csv, line 2, column 7: there are 2 cells and 1 columns"},
		"no file":         {"title,file\nx\n", "meta.csv, line 2, column 1 (file): the line names no file"},
		"quotes":          {"file\n\"a\n", "meta.csv, line 2, column"},
		"empty":           {"", "meta.csv: is empty"},
	} {
		_, err := ParseSidecar("meta.csv", []byte(c.csv))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) || corpus.ErrorCode(err) != corpus.CodeUsage {
			t.Errorf("%s: %v (%s), want %q", name, err, corpus.ErrorCode(err), c.want)
		}
	}
}

func FuzzParseSidecar(f *testing.F) {
	f.Add([]byte("file,symbol\na.txt,C25/1\n"))
	f.Add([]byte("\ufefffile;language\n\"a\";en\nb;x\n"))
	f.Add([]byte("file\tdate\nq\t\n\tz\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := ParseSidecar("f.csv", data)
		if err != nil && corpus.ErrorCode(err) != corpus.CodeUsage {
			t.Fatalf("error without its code: %v", err)
		}
		for key, row := range rows {
			if row.File != key || key == "" {
				t.Fatalf("row %+v under %q", row, key)
			}
			h := Segmenter{}.Given(row, Flags{})
			if row.Symbol != "" && !h.Symbol.Known() {
				t.Fatalf("symbol %q is accepted and not read", row.Symbol)
			}
		}
	})
}
