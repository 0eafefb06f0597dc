package web

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// samplePaths is a page of each route that has one, with all that it can show.
var samplePaths = map[string][]string{
	"/{$}":                 {"/"},
	"/search":              {"/search?q=exchange+points", "/search?kind=proposal&not-source=XFR", "/search?q=%22open", "/search?like=CWG-Internet-30%2F4%238"},
	"/theme/{theme}":       {"/theme/2"},
	"/matrix":              {"/matrix", "/matrix?mode=kinds", "/matrix?mode=change", "/matrix?list=1"},
	"/submission/{ref...}": {"/submission/CWG-Internet-30/3?at=3.1", "/submission/CWG-Internet-30/2(Rev.1)", "/submission/CWG-Internet-30/7"},
	"/report":              {"/report", "/report?from=300&chosen="},
	"/login":               {}, // looked at where there is a login
	"/matrix.svg":          {}, // a picture to be saved
	"/review":              {"/review", "/review?second=1", "/review?theme=2&language=ar"},
	"/jobs":                {"/jobs"},
	"/jobs/{id}":           {"/jobs/1"},
	"/codebook":            {"/codebook?theme=2&text=exchange+points+lower+the+price+of+transit"},
	"/audit":               {"/audit"},
}

// TestAccessibility has axe-core look at every page in English and in Arabic,
// and at whether it fits a narrow and a wide screen.
func TestAccessibility(t *testing.T) {
	axe, site := axeSource(t), sampleSite(t)
	for lang, dir := range map[string]string{"en": "ltr", "ar": "rtl"} {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			b := openTab(t, site)
			b.speak(lang)
			for _, r := range Routes() {
				if r.view == "" || r.Method() != "GET" {
					continue
				}
				paths, ok := samplePaths[r.Path()]
				if !ok {
					t.Errorf("%s has no sample path: add one, so that it is looked at", r.Path())
				}
				for _, path := range paths {
					b.open(path)
					if got := eval[string](b, "document.documentElement.lang + document.documentElement.dir"); got != lang+dir {
						t.Errorf("%s in %s is %s", path, lang, got)
					}
					b.accessible(path, axe)
					b.fits(path)
				}
			}
			b.mu.Lock()
			b.faults = slices.DeleteFunc(b.faults, func(f string) bool { return strings.Contains(f, "400 (Bad Request)") }) // asked for
			b.mu.Unlock()
			b.quiet(lang)
		})
	}
}

// accessible has axe look at the page, with all that can be opened on it open.
func (b *tab) accessible(path, axe string) {
	b.t.Helper()
	b.do(chromedp.Evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })", nil), chromedp.Evaluate(axe, nil))
	for _, fault := range axeFaults(b) {
		b.t.Errorf("%s: %s", path, fault)
	}
}

// fits looks for pages that have to be pushed sideways.
func (b *tab) fits(path string) {
	b.t.Helper()
	for _, width := range []int64{400, 1200} {
		b.do(emulation.SetDeviceMetricsOverride(width, 900, 1, false))
		if over := eval[int](b, "document.documentElement.scrollWidth - document.documentElement.clientWidth"); over > 0 {
			b.t.Errorf("%s is %d pixels wider than a screen of %d", path, over, width)
		}
	}
	b.do(emulation.ClearDeviceMetricsOverride())
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
	b.do(chromedp.Evaluate(`axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'], resultTypes: ['violations','incomplete']})
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
