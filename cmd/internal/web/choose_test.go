package web

import (
	"html"
	"net/url"
	"strings"
	"testing"

	"rapporteur/cmd/internal/access"
	"rapporteur/corpus"
)

// TestPassagesAreChosen: what somebody collects stands in his report, in its
// own annex, until he takes it out; nobody else's report has it.
func TestPassagesAreChosen(t *testing.T) {
	s := guardedServer(t)
	h := s.Handler()
	analyst, office, guest := loginAs(t, h, "analyst"), loginAs(t, h, "secretariat"), loginAs(t, h, "guest")
	page := func(path, cookie string) string { return get(t, h, path, "Cookie", cookie).Body.String() }
	const id, annex = "CWG-Internet-30/4#8", "Annex: passages chosen by the rapporteur"
	search := "/search?q=exchange+points&theme=2"
	w := post(h, "/chosen", url.Values{"add": {id}, "back": {search}}, "Cookie", analyst)
	if w.Code != 303 || w.Header().Get("Location") != search {
		t.Fatalf("%d %s", w.Code, w.Header().Get("Location"))
	}
	for path, want := range map[string]string{
		search:                          `name="drop" value="` + id + `" aria-pressed="true"`,
		"/submission/CWG-Internet-30/4": `name="drop" value="` + id + `" aria-pressed="true"`,
		"/report?part=chosen":           annex,
		"/report?chosen=analyst&part=chosen&language=fr":                       "Annexe: passages choisis par le rapporteur",
		"/report?chosen=analyst&part=chosen&meeting=CWG-Internet-31":           "may not be quoted: <bdi>1</bdi>",
		"/report?chosen=&chosen=analyst&part=chosen":                           annex,
		"/report?chosen=&part=chosen&attribution=unnamed&meeting=none-is-left": "There is nothing here",
	} {
		if !strings.Contains(page(path, analyst), want) {
			t.Errorf("%s has no %q", path, want)
		}
	}
	for path, cookie := range map[string]string{"/report?chosen=": analyst, "/report": office, "/report?chosen=analyst": guest} {
		if strings.Contains(page(path, cookie), annex) {
			t.Errorf("%s has the annex", path)
		}
	}
	if w := post(h, "/chosen", url.Values{"add": {id}}, "Cookie", guest); w.Code != 404 {
		t.Errorf("choosing what is hidden: %d", w.Code)
	}
	if w := post(h, "/chosen", url.Values{"drop": {id}, "back": {"//example.org"}}, "Cookie", analyst); w.Code != 303 || w.Header().Get("Location") != "/" {
		t.Errorf("taking out: %d %s", w.Code, w.Header().Get("Location"))
	}
	if strings.Contains(page("/report", analyst), annex) {
		t.Error("what was taken out is still in the report")
	}
}

// TestSearchesAreSaved: a search is kept under a name, asked again, found by the
// command line, and forgotten.
func TestSearchesAreSaved(t *testing.T) {
	s := guardedServer(t)
	h := s.Handler()
	reader, analyst := loginAs(t, h, "reader"), loginAs(t, h, "analyst")
	page := func(path, cookie string) string { return get(t, h, path, "Cookie", cookie).Body.String() }
	back := "/search?act=propose&not-source=XFR&page=2&q=exchange+points&region=A&sort=symbol&status=suggested&theme=2"
	w := post(h, "/search/saved", url.Values{"name": {"costs <of> transit"}, "back": {back}}, "Cookie", analyst)
	if w.Code != 303 || w.Header().Get("Location") != strings.Replace(back, "&page=2", "", 1) && w.Header().Get("Location") != back {
		t.Fatalf("%d %s", w.Code, w.Header().Get("Location"))
	}
	q, err := s.options.Workspace.SavedSearch(t.Context(), "costs <of> transit", corpus.Query{})
	if err != nil || q.Text != "(exchange points) -source:XFR" || q.Offset != 0 || len(q.Regions)+len(q.Acts)+len(q.Statuses)+len(q.Themes) != 4 || q.Sort != corpus.SortSymbol {
		t.Fatalf("%+v %v", q, err)
	}
	body := page("/search", reader)
	_, link, _ := strings.Cut(body, `<section class="facet savedsearches">`)
	_, link, _ = strings.Cut(link, `href="`)
	link, _, _ = strings.Cut(link, `"`)
	link = html.UnescapeString(link)
	if !strings.Contains(body, "costs &lt;of&gt; transit") || strings.Contains(body, "/search/forget") {
		t.Error("a reader does not see it, or may forget it")
	}
	if a, b := page(link, reader), page(back, reader); countOf(a) != countOf(b) || countOf(a) == "" {
		t.Errorf("%s finds %q, and %s %q", link, countOf(a), back, countOf(b))
	}
	if w := post(h, "/search/saved", url.Values{"name": {" "}, "back": {back}}, "Cookie", analyst); w.Code != 400 {
		t.Errorf("without a name: %d", w.Code)
	}
	if w := post(h, "/search/forget", url.Values{"forget": {"costs <of> transit"}, "back": {"/search"}}, "Cookie", analyst); w.Code != 303 {
		t.Errorf("forgetting: %d", w.Code)
	}
	if strings.Contains(page("/search", reader), "savedsearches") {
		t.Error("what was forgotten is still there")
	}
}

// countOf is how many passages a search page says it found.
func countOf(body string) string {
	_, rest, _ := strings.Cut(body, "Passages: <bdi>")
	n, _, _ := strings.Cut(rest, "</bdi>")
	return n
}

// TestPagesOfASearch: the next page begins behind the last hit, whatever comes in
// meanwhile, in each order.
func TestPagesOfASearch(t *testing.T) {
	s := sampleServer(t)
	ctx := access.With(t.Context(), access.Everything("test"))
	for _, order := range sorts {
		a := parseAsk(url.Values{"q": {"internet"}, "sort": {string(order.sort)}})
		seen, total := map[string]bool{}, 1
		for page := 1; len(seen) < total && page < 50; page++ {
			r, _, err := s.find(ctx, a)
			if err != nil {
				t.Fatal(err)
			}
			total = r.Total
			for _, h := range r.Hits {
				if seen[h.ID] {
					t.Errorf("%s: %s stands on two pages", order.key, h.ID)
				}
				seen[h.ID] = true
			}
			next := a.pager(r).Next
			if (next == "") != (len(seen) == total) {
				t.Fatalf("%s: after %d of %d the next page is %q", order.key, len(seen), total, next)
			}
			u, _ := url.Parse(next)
			a = parseAsk(u.Query())
		}
		if len(seen) != total || total < 2*pageSize {
			t.Errorf("%s: %d of %d", order.key, len(seen), total)
		}
	}
}
