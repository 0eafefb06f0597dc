package web

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// TestStories goes through the main story of each page.
func TestStories(t *testing.T) {
	b := openTab(t, sampleSite(t))
	t.Run("search", func(t *testing.T) { b.t = t; storyOfSearch(b) })
	t.Run("collecting", func(t *testing.T) { b.t = t; storyOfCollecting(b) })
	t.Run("jobs", func(t *testing.T) { b.t = t; storyOfJobs(b) })
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
	if got := eval[string](b, "document.querySelector('[data-copy]').dataset.copy"); !strings.HasPrefix(got, "CWG-Internet-31/") || !strings.Contains(got, "§") {
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
	eval[bool](b, "window.stays = true")
	b.do(chromedp.Click("#at-2\\.2 .choose", chromedp.ByQuery)) // for the report, and the page stays where it is
	b.until("document.querySelector('#at-2\\\\.2 .choose').getAttribute('aria-pressed') === 'true' && document.querySelector('#sheet').dataset.page === '2' && window.stays")
	b.do(chromedp.Click("#at-2\\.2 .choose", chromedp.ByQuery))
	b.until("document.querySelector('#at-2\\\\.2 .choose').getAttribute('aria-pressed') === 'false'")
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

// Somebody keeps a search, collects a hit for the report, and takes one out
// there; no page is loaded anew meanwhile.
func storyOfCollecting(b *tab) {
	b.open("/search?q=exchange+points&kind=proposal")
	eval[bool](b, "window.stays = true")
	b.do(chromedp.SendKeys(".savesearch input[name=name]", "Proposals on exchange points\r", chromedp.ByQuery))
	b.until("[...document.querySelectorAll('.savedsearches .name')].some(n => n.textContent === 'Proposals on exchange points')")
	chosen := "document.querySelectorAll('.choose[aria-pressed=true]').length"
	before := eval[int](b, chosen)
	b.do(chromedp.Click(".choose[aria-pressed=false]", chromedp.ByQuery))
	b.until(fmt.Sprintf("%s === %d && document.querySelector('.chosencount').textContent.includes('3')", chosen, before+1))
	b.do(chromedp.Click(".savedsearches li:last-child .leave", chromedp.ByQuery))
	b.until("document.querySelectorAll('.savedsearches li').length === 1 && location.search.includes('exchange')")
	if !eval[bool](b, "window.stays === true") {
		b.t.Error("the page was loaded anew")
	}
	b.do(chromedp.Click(".chosencount", chromedp.ByQuery))
	b.until("document.querySelectorAll('.basket li').length === 3 && location.pathname === '/report'")
	b.do(chromedp.Click(".basket button[name=drop]", chromedp.ByQuery))
	b.until("document.querySelectorAll('.basket li').length === 2")
	b.do(chromedp.Click(".outline summary", chromedp.ByQuery), chromedp.Click(".outline li:nth-last-child(2) a", chromedp.ByQuery))
	b.until("[...document.querySelectorAll('.preview h3')].some(h => h.textContent === 'Annex: passages chosen by the rapporteur')")
	b.quiet("collecting")
}

// Somebody stops a task that waits, and has it tried again, on the same page.
func storyOfJobs(b *tab) {
	b.open("/jobs/1")
	eval[bool](b, "window.stays = true")
	for _, step := range []struct{ button, state string }{{"cancel", "cancelled"}, {"retry", "waiting"}, {"cancel", "cancelled"}} {
		b.press("form[action$=" + step.button + "] button")
		b.until("document.querySelector('#task .state." + step.state + "') !== null")
	}
	if !eval[bool](b, "window.stays === true && location.pathname === '/jobs/1'") {
		b.t.Error("the page was loaded anew")
	}
	b.quiet("jobs")
}
