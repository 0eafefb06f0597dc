package web

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
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
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
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

// eval evaluates an expression; where the page is just being left, on the next.
func eval[T any](b *tab, script string) T {
	b.t.Helper()
	for tries := 0; ; tries++ {
		var out T
		err := chromedp.Run(b.ctx, chromedp.Evaluate(script, &out))
		if err == nil {
			return out
		}
		if !strings.Contains(err.Error(), "Inspected target navigated") || tries == 100 {
			b.t.Fatal(err)
		}
		time.Sleep(20 * time.Millisecond)
	}
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
	s := sampleServer(t)
	busyOffice(t, s)
	site := httptest.NewServer(s.Handler())
	t.Cleanup(site.Close)
	return site.URL
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
