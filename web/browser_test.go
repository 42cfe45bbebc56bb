package web

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestBrowser opens the page in a browser; it is skipped where none is installed.
func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("NOT TESTED: the page was not opened in a browser")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "headless-shell"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("NOT TESTED: no chromium on this machine, so the page was not opened in a browser")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	limited, stop := context.WithTimeout(context.Background(), 3*time.Minute)
	defer stop()
	allocated, stop := chromedp.NewExecAllocator(limited, options...)
	defer stop()
	browser, stop := chromedp.NewContext(allocated)
	defer stop()
	do(t, browser, chromedp.EmulateViewport(1400, 900))
	t.Run("keys", func(t *testing.T) { testKeys(t, open(t, browser, "ferry")) })
	t.Run("links", func(t *testing.T) { testLinks(t, open(t, browser, "ferry")) })
	t.Run("serif", func(t *testing.T) { testSerif(t, open(t, browser, "ferry")) })
	t.Run("filter", func(t *testing.T) { testFilter(t, open(t, browser, "twelve")) })
	for _, sample := range []string{"ferry", "twelve", "many", "damaged", "empty"} {
		t.Run("widths-"+sample, func(t *testing.T) { testWidths(t, open(t, browser, sample)) })
	}
}

// open shows a sample in a tab of its own. What the page writes to its console
// fails the test.
func open(t *testing.T, browser context.Context, sample string) context.Context {
	t.Helper()
	d, inputs := samples()[sample]()
	file := filepath.Join(t.TempDir(), sample+".html")
	if err := os.WriteFile(file, print(t, sample, d, inputs), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, stop := chromedp.NewContext(browser)
	t.Cleanup(stop)
	do(t, ctx, chromedp.EmulateViewport(1400, 900))
	listenConsole(t, ctx)
	address := url.URL{Scheme: "file", Path: file}
	do(t, ctx, chromedp.Navigate(address.String()))
	return ctx
}

func listenConsole(t *testing.T, ctx context.Context) {
	var lock sync.Mutex
	var said []string
	go func() {
		for m, err := range chromedp.Console(ctx) {
			if err != nil {
				return
			}
			lock.Lock()
			said = append(said, fmt.Sprintf("%s: %s", m.Type, m.Text))
			lock.Unlock()
		}
	}()
	t.Cleanup(func() {
		lock.Lock()
		defer lock.Unlock()
		for _, s := range said {
			t.Errorf("console: %s", s)
		}
	})
}

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func ask[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// testKeys walks the page by keyboard alone.
func testKeys(t *testing.T, ctx context.Context) {
	do(t, ctx, chromedp.KeyEvent("j"))
	first := ask[string](t, ctx, `document.activeElement.id`)
	do(t, ctx, chromedp.KeyEvent("j"))
	second := ask[string](t, ctx, `document.activeElement.id`)
	do(t, ctx, chromedp.KeyEvent("k"))
	if back := ask[string](t, ctx, `document.activeElement.id`); first != "c1" || second != "c2" || back != "c1" {
		t.Errorf("j, j, k lead to %q, %q, %q", first, second, back)
	}
	do(t, ctx, chromedp.KeyEvent("o"))
	if open := ask[int](t, ctx, `document.querySelectorAll("#c1 details[open]").length`); open != 1 {
		t.Errorf("o opens %d lists", open)
	}
	do(t, ctx, chromedp.KeyEvent("o"), chromedp.KeyEvent("3"))
	if hash := ask[string](t, ctx, `location.hash`); hash != "#a3" {
		t.Errorf("3 leads to %q", hash)
	}
	do(t, ctx, chromedp.KeyEvent("?"))
	if !ask[bool](t, ctx, `document.getElementById("help").open`) {
		t.Error("? does not show the keys")
	}
	do(t, ctx, chromedp.Click(`#keys`), chromedp.Click(`#help button`), chromedp.KeyEvent("1"))
	if hash := ask[string](t, ctx, `location.hash`); hash != "#a3" {
		t.Errorf("keys that were turned off lead to %q", hash)
	}
}

// testLinks follows a quarter of the links inside the page: their places become
// visible, in lists that were closed too.
func testLinks(t *testing.T, ctx context.Context) {
	hidden := ask[[]string](t, ctx, `(async () => {
	  const bad = [];
	  const links = new Set(Array.from(document.querySelectorAll('a[href^="#"]'), (a) => a.getAttribute("href")));
	  for (const href of Array.from(links).filter((_, i) => i % 4 === 0)) {
	    document.querySelectorAll("details").forEach((d) => { d.open = false; });
	    location.hash = href;
	    await new Promise((r) => addEventListener("hashchange", r, { once: true }));
	    const e = document.getElementById(href.slice(1));
	    if (!e.checkVisibility({ contentVisibilityAuto: true })) bad.push(href);
	  }
	  return bad;
	})()`)
	if len(hidden) > 0 {
		t.Errorf("links lead to what is not shown: %q", hidden)
	}
}

// testSerif holds the law as a reader sees it: the serif is used inside links
// to places, in the accounts themselves and for stretches of the input, and for
// no other text.
func testSerif(t *testing.T, ctx context.Context) {
	others := ask[[]string](t, ctx, `(() => {
	  const found = [];
	  const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	  for (let n = all.nextNode(); n; n = all.nextNode()) {
	    const e = n.parentElement;
	    if (!n.data.trim() || e.closest("script, style, title")) continue;
	    const serif = getComputedStyle(e).fontFamily.startsWith("Charter");
	    if (serif !== Boolean(e.closest("a.q, .body p, .serif"))) found.push(n.data.trim());
	  }
	  return found;
	})()`)
	if len(others) > 0 {
		t.Errorf("set in the wrong face: %q", others)
	}
}

func testFilter(t *testing.T, ctx context.Context) {
	do(t, ctx, chromedp.KeyEvent("/"))
	ask[bool](t, ctx, `(document.activeElement.value = "") === ""`)
	do(t, ctx, chromedp.KeyEvent("by 31 mil"))
	if n := ask[int](t, ctx, `Array.from(document.querySelectorAll("tbody.claim")).filter((c) => c.checkVisibility()).length`); n != 1 {
		t.Errorf("the filter leaves %d claims", n)
	}
	if said := ask[string](t, ctx, `document.querySelector(".tools [role=status]").textContent`); said != "1 of 12 claims" {
		t.Errorf("the filter says %q", said)
	}
}

// testWidths looks for what is wider than the screen.
func testWidths(t *testing.T, ctx context.Context) {
	for _, width := range []int64{320, 400, 840, 1100, 1400} {
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		if wide := ask[[]string](t, ctx, tooWide); len(wide) > 0 {
			t.Errorf("at %d pixels: %s", width, strings.Join(wide, "; "))
		}
	}
}

// tooWide opens all lists and names the first elements that reach beyond the
// screen without standing in something that scrolls.
const tooWide = `(() => {
  document.querySelectorAll("details").forEach((d) => { d.open = true; });
  const room = document.documentElement.clientWidth;
  const scrolls = (e) => e && (["auto", "scroll", "hidden"].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  return Array.from(document.querySelectorAll("body *"))
    .filter((e) => e.getBoundingClientRect().right > room + 1 && !scrolls(e))
    .slice(0, 5).map((e) => e.tagName + "." + e.getAttribute("class") + " " + e.textContent.slice(0, 40));
})()`
