package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// need skips a test by name where an optional helper is missing; with
// RAPPORTEUR_REQUIRE_ALL nothing may be skipped.
func need(t testing.TB, what string, found bool) {
	t.Helper()
	if found {
		return
	}
	if os.Getenv("RAPPORTEUR_REQUIRE_ALL") != "" {
		t.Fatalf("%s is required and not there", what)
	}
	t.Skipf("%s is not there", what)
}

// chromium is the browser of this machine, "" for none.
func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// tab is a browser's tab with what went wrong in it.
type tab struct {
	t    *testing.T
	ctx  context.Context
	site string

	mu     sync.Mutex
	faults []string
}

// openTab starts a browser with a profile of its own and opens the site.
func openTab(t *testing.T, site string) *tab {
	t.Helper()
	path := chromium()
	need(t, "chromium", path != "")
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.WindowSize(1360, 900),
	)
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(ctx)
	ctx, expire := context.WithTimeout(ctx, 10*time.Minute)
	t.Cleanup(func() {
		_ = chromedp.Cancel(ctx) // waits until the browser has let go of its profile
		expire()
		cancel()
		stop()
	})
	b := &tab{t: t, ctx: ctx, site: site}
	chromedp.ListenTarget(ctx, b.listen)
	b.do(cdplog.Enable(), network.Enable())
	return b
}

// listen gathers refusals of the policy, errors of scripts and of the console.
func (b *tab) listen(event any) {
	fault := ""
	switch e := event.(type) {
	case *cdplog.EventEntryAdded:
		if e.Entry.Level == cdplog.LevelError || e.Entry.Level == cdplog.LevelWarning {
			fault = fmt.Sprintf("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	case *runtime.EventExceptionThrown:
		fault = e.ExceptionDetails.Error()
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning {
			fault = fmt.Sprintf("console %s: %s", e.Type, e.Args[0].Value)
		}
	}
	if fault != "" {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.faults = append(b.faults, fault)
	}
}

func (b *tab) do(actions ...chromedp.Action) {
	b.t.Helper()
	if err := chromedp.Run(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// speak sets the language of the interface.
func (b *tab) speak(lang string) {
	b.do(network.SetExtraHTTPHeaders(network.Headers{"Accept-Language": lang}))
}

func (b *tab) open(path string) { b.t.Helper(); b.do(chromedp.Navigate(b.site + path)) }

// eval evaluates an expression.
func eval[T any](b *tab, script string) T {
	b.t.Helper()
	var out T
	b.do(chromedp.Evaluate(script, &out))
	return out
}

// until waits for an expression to be true.
func (b *tab) until(script string) {
	b.t.Helper()
	for start := time.Now(); time.Since(start) < time.Minute; time.Sleep(20 * time.Millisecond) {
		if eval[bool](b, "(() => { try { return Boolean("+script+") } catch { return false } })()") {
			return
		}
	}
	b.t.Fatalf("it never came true: %s; the page is %s", script, eval[string](b, "location.href"))
}

// quiet fails the test where the browser complained.
func (b *tab) quiet(where string) {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, f := range b.faults {
		b.t.Errorf("%s: the browser complains: %s", where, f)
	}
	b.faults = nil
}

func sampleSite(t *testing.T) string {
	t.Helper()
	site := httptest.NewServer(sampleServer(t).Handler())
	t.Cleanup(site.Close)
	return site.URL
}

// TestStories goes through the main story of each page.
func TestStories(t *testing.T) {
	b := openTab(t, sampleSite(t))
	t.Run("search", func(t *testing.T) { b.t = t; storyOfSearch(b) })
	t.Run("submission", func(t *testing.T) { b.t = t; storyOfSubmission(b) })
	t.Run("matrix", func(t *testing.T) { b.t = t; storyOfMatrix(b) })
	t.Run("report", func(t *testing.T) { b.t = t; storyOfReport(b) })
	t.Run("without scripts", func(t *testing.T) { b.t = t; storyWithoutScripts(b) })
}

const hitCount = "document.querySelectorAll('.hit').length"

// Somebody types, narrows, leaves out, goes back, and copies a citation.
func storyOfSearch(b *tab) {
	b.open("/search")
	b.until(hitCount + " === 20")
	b.do(chromedp.SendKeys("#q", "exchange points", chromedp.ByQuery))
	b.until(hitCount + " > 0 && " + hitCount + " < 20 && location.search.includes('exchange')")
	before := eval[int](b, hitCount)
	b.do(chromedp.Click("#only-kind-proposal", chromedp.ByID))
	b.until("document.querySelector('.chip') !== null && " + hitCount + fmt.Sprintf(" < %d", before))
	b.do(chromedp.Click("#not-source-XFR", chromedp.ByID))
	b.until("document.querySelector('.chip.not') !== null && location.search.includes('not-source=XFR')")
	if n := eval[int](b, "document.querySelectorAll('.facet .only, .facet .not').length"); n != 2 {
		b.t.Errorf("%d values are marked as chosen or left out, want 2", n)
	}
	b.do(chromedp.SendKeys("#q", " region", chromedp.ByQuery)) // filters stay while one types
	b.until("location.search.includes('region') && location.search.includes('not-source=XFR')")
	b.do(chromedp.NavigateBack())
	b.until("!location.search.includes('region') && document.querySelector('.chip.not') !== null")
	b.do(chromedp.Click("#sort-newest", chromedp.ByID))
	b.until("location.search.includes('sort=date') && location.search.includes('not-source=XFR') && " + hitCount + " > 0")
	if got := eval[string](b, "document.querySelector('[data-copy]').dataset.copy"); !strings.Contains(got, "CWG-Internet-30/4, § 8 (Arvenia, Sylvania, Tarvania)") {
		b.t.Errorf("the citation is %q", got)
	}
	b.quiet("search")
}

// Somebody opens a passage, sees it marked on its page, and goes on with j.
func storyOfSubmission(b *tab) {
	b.open("/submission/CWG-Internet-30/3?at=3.1#at-3.1")
	b.until("document.querySelector('.paper img').naturalWidth > 500")
	b.until("document.querySelectorAll('.box.at').length > 0 && document.querySelector('#sheet').dataset.page === '2'")
	b.do(chromedp.Focus("#at-2\\.1 .place", chromedp.ByQuery)) // stands on page 1
	b.until("document.querySelector('#sheet').dataset.page === '1'")
	b.until("document.querySelector('.box.at').dataset.passage === 'at-2.1'")
	b.do(chromedp.KeyEvent("j"))
	b.until("document.activeElement.closest('.passage').id === 'at-2.2' && document.querySelector('#sheet').dataset.page === '2'")
	b.do(chromedp.KeyEvent("k"))
	b.until("document.activeElement.closest('.passage').id === 'at-2.1'")
	if n := eval[int](b, "document.querySelectorAll('.why tbody tr').length"); n < 5 {
		b.t.Errorf("%d reasons for tags", n)
	}
	b.open("/submission/CWG-Internet-30/2(Rev.1)")
	if n := eval[int](b, "document.querySelectorAll('.passage.changed, .passage.new').length"); n < 1 {
		b.t.Error("no paragraph is marked as changed")
	}
	b.quiet("submission")
}

// Somebody goes over the cells by keys, and opens one.
func storyOfMatrix(b *tab) {
	b.open("/matrix")
	if got := eval[string](b, "['addressed','cited_only','not_addressed','not_read'].map(s => new Set([...document.querySelectorAll('.heat td.'+s)].map(c => getComputedStyle(c).backgroundImage + getComputedStyle(c).borderStyle + c.textContent.trim().charAt(0).replace(/[0-9]/, '#'))).size > 0).join()"); got != "true,true,true,true" {
		b.t.Errorf("the four states that are shown: %s", got)
	}
	b.do(chromedp.Focus(".heat td a", chromedp.ByQuery))
	b.do(chromedp.KeyEvent("\uf814")) // the arrow to the right
	where := "document.activeElement.closest('td').cellIndex"
	at := eval[int](b, where)
	b.do(chromedp.KeyEvent("\uf800")) // down
	if eval[int](b, where) != at {
		b.t.Error("the arrow down leaves the column")
	}
	b.do(chromedp.Click(".heat td.addressed a", chromedp.ByQuery))
	b.until("location.pathname === '/search' && " + hitCount + " > 0")
	b.open("/matrix?list=1")
	if n := eval[int](b, "document.querySelectorAll('.list tbody tr').length"); n < 12*14 {
		b.t.Errorf("the table has %d rows", n)
	}
	b.quiet("matrix")
}

// Somebody chooses a meeting, and the preview follows.
func storyOfReport(b *tab) {
	b.open("/report")
	b.until("document.querySelectorAll('#preview blockquote').length > 0")
	b.do(chromedp.Click(`input[name=meeting][value="CWG-Internet-31"]`, chromedp.ByQuery))
	b.until("location.search.includes('CWG-Internet-31') && !document.querySelector('#preview').textContent.includes('CWG-Internet-30/5')")
	b.do(chromedp.Click(`input[name=attribution][value="unnamed"]`, chromedp.ByQuery))
	b.until("!document.querySelector('#preview').textContent.includes('Ruritania')")
	b.quiet("report")
}

// Everything but live updates works with scripts off.
func storyWithoutScripts(b *tab) {
	b.do(emulation.SetScriptExecutionDisabled(true))
	b.open("/search?q=exchange+points")
	b.press("#only-kind-proposal")
	b.there(".chip")
	b.press("#q")
	b.do(input.InsertText(" region"), input.DispatchKeyEvent(input.KeyDown).WithKey("Enter").WithText("\r").WithWindowsVirtualKeyCode(13))
	b.there(`input[name=q][value="exchange points region"]`)
	b.there(`input[name=kind][value=proposal]`)
	b.press(".hit .open")
	b.there(".passage.at")
	b.open("/submission/CWG-Internet-30/3?at=3.1")
	b.there(".box.at")
	b.open("/matrix")
	b.press(".heat td.addressed a")
	b.there(".hit")
	b.do(emulation.SetScriptExecutionDisabled(false))
	b.quiet("without scripts")
}

// there waits for an element without asking a script.
func (b *tab) there(selector string) (id cdp.NodeID) {
	b.t.Helper()
	for start := time.Now(); time.Since(start) < time.Minute; time.Sleep(30 * time.Millisecond) {
		err := chromedp.Run(b.ctx, chromedp.ActionFunc(func(ctx context.Context) error {
			root, err := dom.GetDocument().Do(ctx)
			if err == nil {
				id, err = dom.QuerySelector(root.NodeID, selector).Do(ctx)
			}
			return err
		}))
		if err == nil && id != 0 {
			return id
		}
	}
	b.t.Fatalf("there is no %s", selector)
	return 0
}

// press clicks on the middle of an element without asking a script.
func (b *tab) press(selector string) {
	b.t.Helper()
	var err error
	for range 10 { // the page may be changing under the hand
		if err = b.pressOnce(b.there(selector)); err == nil {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.t.Fatalf("%s: %v", selector, err)
}

func (b *tab) pressOnce(id cdp.NodeID) error {
	return chromedp.Run(b.ctx, chromedp.ActionFunc(func(ctx context.Context) error {
		if err := dom.ScrollIntoViewIfNeeded().WithNodeID(id).Do(ctx); err != nil {
			return err
		}
		box, err := dom.GetBoxModel().WithNodeID(id).Do(ctx)
		if err != nil {
			return err
		}
		return chromedp.MouseClickXY((box.Content[0]+box.Content[2])/2, (box.Content[1]+box.Content[5])/2).Do(ctx)
	}))
}

// samplePaths is a page of each route that has one, with all that it can show.
var samplePaths = map[string][]string{
	"/{$}":                 {"/"},
	"/search":              {"/search?q=exchange+points", "/search?kind=proposal&not-source=XFR", "/search?q=%22open"},
	"/theme/{theme}":       {"/theme/2"},
	"/matrix":              {"/matrix", "/matrix?mode=kinds", "/matrix?mode=change", "/matrix?list=1"},
	"/submission/{ref...}": {"/submission/CWG-Internet-30/3?at=3.1", "/submission/CWG-Internet-30/2(Rev.1)", "/submission/CWG-Internet-30/7"},
	"/report":              {"/report"},
	"/login":               {}, // looked at where there is a login
	"/matrix.svg":          {}, // a picture to be saved
}

// TestAccessibility has axe-core look at every page in English and in Arabic.
func TestAccessibility(t *testing.T) {
	axe := axeSource(t)
	b := openTab(t, sampleSite(t))
	for _, lang := range []string{"en", "ar"} {
		b.speak(lang)
		for _, r := range Routes() {
			if r.view == "" || r.Method() != "GET" {
				continue
			}
			paths, ok := samplePaths[r.Path()]
			if !ok {
				t.Errorf("%s has no sample path: add one, so that it is looked at", r.Path())
			}
			if lang == "ar" && len(paths) > 1 {
				paths = paths[:1] // the others differ in content alone
			}
			for _, path := range paths {
				b.open(path)
				if dir := eval[string](b, "document.documentElement.lang + document.documentElement.dir"); dir != map[string]string{"en": "enltr", "ar": "arrtl"}[lang] {
					t.Errorf("%s in %s is %s", path, lang, dir)
				}
				b.do(chromedp.Evaluate(axe, nil))
				for _, fault := range axeFaults(b) {
					t.Errorf("%s in %s: %s", path, lang, fault)
				}
				if over := eval[int](b, "document.documentElement.scrollWidth - document.documentElement.clientWidth"); over > 0 {
					t.Errorf("%s in %s is %d pixels too wide", path, lang, over)
				}
			}
		}
		b.mu.Lock()
		b.faults = slices.DeleteFunc(b.faults, func(f string) bool { return strings.Contains(f, "400 (Bad Request)") }) // asked for
		b.mu.Unlock()
		b.quiet(lang)
	}
}

// TestAccessibilitySeesFaults: a page that is wrong must not pass.
func TestAccessibilitySeesFaults(t *testing.T) {
	axe := axeSource(t)
	b := openTab(t, sampleSite(t))
	b.open("/nowhere")
	b.do(chromedp.Evaluate(`document.querySelector('main').innerHTML = '<img src="/favicon.ico"><p id="pale">words</p>';
		document.adoptedStyleSheets.push(Object.assign(new CSSStyleSheet(), {}));
		document.adoptedStyleSheets[0].replaceSync('#pale { color: #ccc; background: #fff }')`, nil))
	b.do(chromedp.Evaluate(axe, nil))
	found := strings.Join(axeFaults(b), "\n")
	for _, want := range []string{"image-alt", "color-contrast"} {
		if !strings.Contains(found, want) {
			t.Errorf("axe does not see %s: %s", want, found)
		}
	}
}

func axeSource(t *testing.T) string {
	t.Helper()
	path := os.Getenv("RAPPORTEUR_AXE")
	if path == "" {
		if cache, err := os.UserCacheDir(); err == nil {
			path = filepath.Join(cache, "rapporteur", "axe-4.14.1.min.js")
		}
	}
	data, err := os.ReadFile(path)
	need(t, "axe-core 4.14.1", err == nil)
	return string(data)
}

// axeFaults are the violations, and the contrasts that axe could not judge.
func axeFaults(b *tab) []string {
	b.t.Helper()
	type check struct {
		ID    string
		Help  string
		Nodes []struct {
			Target         []any
			FailureSummary string
			Any            []struct{ Message string }
		}
	}
	var raw string
	b.do(chromedp.Evaluate(`axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})
		.then(r => JSON.stringify({violations: r.violations, incomplete: r.incomplete}))`, &raw, func(p *runtime.EvaluateParams) *runtime.EvaluateParams {
		return p.WithAwaitPromise(true)
	}))
	var found struct{ Violations, Incomplete []check }
	if err := json.Unmarshal([]byte(raw), &found); err != nil {
		b.t.Fatal(err)
	}
	var out []string
	for _, c := range found.Violations {
		for _, n := range c.Nodes {
			out = append(out, fmt.Sprintf("%s (%s) at %v: %s", c.ID, c.Help, n.Target, n.FailureSummary))
		}
	}
	for _, c := range found.Incomplete {
		for _, n := range c.Nodes {
			if c.ID != "color-contrast" {
				continue
			}
			if why := unsettled(b, fmt.Sprint(n.Target...)); why != "" {
				out = append(out, fmt.Sprintf("%s is not settled at %v: %s: %v", c.ID, n.Target, why, n.Any))
			}
		}
	}
	return out
}

// unsettled measures what axe cannot judge, such as marks that are no letters:
// the colour of an element against the nearest background of one colour. It
// gives "" where they are 4.5 to 1 at least. The pattern of cells that only cite is
// of white and #dde4ec, of which the darker is taken.
func unsettled(b *tab, selector string) string {
	b.t.Helper()
	quoted, _ := json.Marshal(selector)
	return eval[string](b, "("+measureContrast+")("+string(quoted)+")")
}

const measureContrast = `(selector) => {
	const parts = (c) => c.match(/[\d.]+/g).map(Number);
	const light = (c) => { const [r, g, b] = parts(c).map((v) => v / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
	const element = document.querySelector(selector);
	if (!element) return 'not there';
	let ground = 'rgb(255, 255, 255)';
	for (let e = element; e; e = e.parentElement) {
		const style = getComputedStyle(e);
		if (style.backgroundImage.includes('rgb(221, 228, 236)')) { ground = 'rgb(221, 228, 236)'; break; }
		if (style.backgroundImage !== 'none') return 'an image behind it';
		const alpha = parts(style.backgroundColor)[3];
		if (alpha === undefined || alpha === 1) { ground = style.backgroundColor; break; }
		if (alpha > 0) return 'a translucent colour behind it';
	}
	const [a, b] = [light(getComputedStyle(element).color), light(ground)].sort((x, y) => y - x);
	const ratio = (a + 0.05) / (b + 0.05);
	return ratio >= 4.5 ? '' : 'only ' + ratio.toFixed(2) + ' to 1';
}`
