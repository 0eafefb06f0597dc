package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// axeSource finds axe-core, or skips the test by its name.
func axeSource(t *testing.T) string {
	t.Helper()
	path := os.Getenv("RAPPORTEUR_AXE")
	if cache, err := os.UserCacheDir(); path == "" && err == nil {
		path = filepath.Join(cache, "rapporteur", "axe-4.14.1.min.js")
	}
	data, err := os.ReadFile(path)
	if err == nil {
		return string(data)
	}
	if os.Getenv("RAPPORTEUR_REQUIRE_ALL") != "" {
		t.Fatalf("axe-core is required: %v", err)
	}
	t.Skip("axe-core 4.14.1 is not in the cache")
	return ""
}

// browserTab opens a tab of a browser with a profile of its own, which the browser's
// driver makes and removes.
func browserTab(t *testing.T, chromium string) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true))
	browser, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	tab, closeTab := chromedp.NewContext(browser)
	t.Cleanup(closeTab)
	tab, cancel := context.WithTimeout(tab, 5*time.Minute)
	t.Cleanup(cancel)
	return tab
}

// TestReportIsAccessible looks at the page with axe-core, with all that can be
// opened opened, and sees that it fits a screen. Scripts run for axe alone: the
// page has none. The contrast of a single sign and of a picture's text, which
// axe leaves open, is that of the text around it.
func TestReportIsAccessible(t *testing.T) {
	chromium := need(t, "chromium", "chromium-browser", "google-chrome")
	axe, dir := axeSource(t), demo(t)
	tab := browserTab(t, chromium)
	for _, language := range []string{"en", "ar"} {
		for _, attribution := range []string{"named", "unnamed"} {
			out := filepath.Join(dir, language+attribution)
			if text, err := rapporteur(dir, "report", "--language", language, "--attribution", attribution, "--format", "html", "--out", out); err != nil {
				t.Fatal(err, text)
			}
			page := "file://" + filepath.Join(out, "report.html")
			for _, fault := range looked(t, tab, page, axe) {
				t.Errorf("%s, %s: %s", language, attribution, fault)
			}
		}
	}
}

// looked gives what is wrong with a page.
func looked(t *testing.T, tab context.Context, page, axe string) []string {
	t.Helper()
	var faults []string
	var over int
	var scripts bool
	const tooWide = `document.documentElement.scrollWidth - document.documentElement.clientWidth`
	for _, width := range []int64{1200, 420} {
		err := chromedp.Run(tab, emulation.SetDeviceMetricsOverride(width, 900, 1, false), chromedp.Navigate(page), chromedp.Evaluate(tooWide, &over),
			chromedp.Evaluate(`document.scripts.length > 0`, &scripts))
		if err != nil {
			t.Fatal(err)
		}
		if over > 0 || scripts {
			faults = append(faults, fmt.Sprintf("at a width of %d pixels %d too many (scripts: %v)", width, over, scripts))
		}
	}
	var raw string
	err := chromedp.Run(tab, emulation.SetDeviceMetricsOverride(1200, 900, 1, false), chromedp.Navigate(page),
		chromedp.Evaluate(`document.querySelectorAll('details').forEach(d => { d.open = true })`, nil), chromedp.Evaluate(axe, nil),
		chromedp.Evaluate(`const wordy = n => { const e = document.querySelector(n.target[0]); return !e.closest('svg') && e.textContent.trim().length > 1 };
			axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})
			.then(r => JSON.stringify(r.violations.flatMap(v => v.nodes.map(n => v.id + ' at ' + n.target + ': ' + n.failureSummary))
				.concat(r.incomplete.filter(i => i.id === 'color-contrast').flatMap(i => i.nodes.filter(wordy).map(n => 'contrast not settled at ' + n.target + ': ' + n.html.slice(0, 200))))))`,
			&raw, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	if err := json.Unmarshal([]byte(raw), &found); err != nil {
		t.Fatal(err)
	}
	return append(faults, found[:min(len(found), 20)]...)
}
