package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "rapporteur/"

// rooms says what each room may import of this project, and why not more.
var rooms = []struct {
	room    string
	allowed []string
	why     string
}{
	{"corpus", []string{"corpus"}, "corpus says what we know and knows nobody"},
	{"index", []string{"corpus", "index"}, "the index finds passages and knows only the corpus"},
	{"pipeline", []string{"corpus", "pipeline"}, "the pipeline fills the corpus and knows neither the index nor the doors"},
	{"cmd", []string{"corpus", "index", "pipeline", "cmd"}, ""},
}

// keepers says which room alone may use a library.
var keepers = []struct{ library, room, why string }{
	{"github.com/blevesearch/bleve/v2", "index", "only the index knows Bleve"},
	{"modernc.org/sqlite", "corpus/store", "only the store knows SQLite"},
	{"github.com/klippa-app/go-pdfium", "pipeline/extract/pdf", "only the PDF reader knows PDFium"},
	{"github.com/ledongthuc/pdf", "pipeline/extract/pdf", "only the PDF reader knows it"},
	{"github.com/xuri/excelize/v2", "cmd/internal/render", "only the renderer writes workbooks"},
	{"github.com/coreos/go-oidc/v3", "cmd/internal/access", "only access knows who somebody is"},
	{"github.com/alexedwards/scs/v2", "cmd/internal/access", "only access keeps sessions"},
	{"github.com/spf13/cobra", "cmd/rapporteur", "only the command line knows cobra"},
}

// languageAnalysis is the part of Bleve that is a plain library of stemmers.
const languageAnalysis = "github.com/blevesearch/bleve/v2/analysis"

func TestArrowsBetweenRooms(t *testing.T) {
	for file, imports := range importGraph(t) {
		for _, imported := range imports {
			if fault := wrongArrow(file, imported); fault != "" {
				t.Error(fault)
			}
		}
	}
}

// wrongArrow gives the sentence that says why an import may not be, or "".
func wrongArrow(file, imported string) string {
	for _, k := range keepers {
		foreign := under(imported, k.library) && !under(imported, languageAnalysis)
		if foreign && !under(path.Dir(file), k.room) && !strings.HasSuffix(file, "_test.go") {
			return file + " imports " + imported + ", but " + k.why + ": ask " + k.room + " instead."
		}
	}
	own, ours := strings.CutPrefix(imported, module)
	if !ours {
		return ""
	}
	if path.Dir(file) == "corpus" && own != "corpus" { // its tests stand outside it
		return file + " imports " + imported + ", but the domain's types import nothing of this project."
	}
	for _, r := range rooms {
		if under(file, r.room) && !slices.ContainsFunc(r.allowed, func(a string) bool { return under(own, a) }) {
			return file + " imports " + imported + ", but " + r.why + "."
		}
	}
	return ""
}

func TestWrongArrowsAreSeen(t *testing.T) {
	for _, wrong := range [][2]string{
		{"corpus/theme.go", "rapporteur/corpus/store"},
		{"corpus/store/save.go", "rapporteur/index"},
		{"index/put.go", "rapporteur/pipeline"},
		{"pipeline/ingest.go", "rapporteur/index"},
		{"pipeline/ingest.go", "rapporteur/cmd/internal/render"},
		{"pipeline/tag/tag.go", "github.com/blevesearch/bleve/v2"},
		{"cmd/rapporteur/list.go", "modernc.org/sqlite"},
	} {
		if wrongArrow(wrong[0], wrong[1]) == "" {
			t.Errorf("%s may import %s, and should not", wrong[0], wrong[1])
		}
	}
}

// under reports whether a path is a folder or in it.
func under(p, folder string) bool { return p == folder || strings.HasPrefix(p, folder+"/") }

// importGraph maps each Go file, by its path from the root, to its imports.
func importGraph(t *testing.T) map[string][]string {
	t.Helper()
	root := filepath.Join("..", "..")
	graph := make(map[string][]string)
	err := fs.WalkDir(os.DirFS(root), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != "." && strings.ContainsAny(d.Name()[:1], "._") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(p, ".go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, p), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		graph[p] = []string{}
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			graph[p] = append(graph[p], imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(graph) < 20 {
		t.Fatalf("only %d Go files found under %s", len(graph), root)
	}
	return graph
}

func TestTopLevel(t *testing.T) {
	allowed := []string{"cmd", "pipeline", "index", "corpus", "go.mod", "go.sum", "Makefile", "README.md", "LICENSE"}
	built := []string{"rapporteur", "workspace", "rapporteur-demo", "out"} // ignored by git
	entries, err := os.ReadDir(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(allowed, e.Name()) && !slices.Contains(built, e.Name()) {
			t.Errorf("%s stands at the top level, which holds only %s and dotfiles", e.Name(), strings.Join(allowed, ", "))
		}
	}
}

func TestEveryPackageTellsItsStory(t *testing.T) {
	told := make(map[string]bool)
	for file := range importGraph(t) {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", "..", file), nil, parser.PackageClauseOnly|parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		dir := path.Dir(file)
		told[dir] = told[dir] || f.Doc != nil
	}
	for dir, ok := range told {
		if !ok {
			t.Errorf("package %s has no package comment", dir)
		}
	}
}
