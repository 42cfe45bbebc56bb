package fetch

import (
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// site is a server on this machine that counts what it is asked.
type site struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
}

func serve(t *testing.T, pages map[string]http.HandlerFunc) *site {
	t.Helper()
	s := &site{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/robots.txt" {
			s.mu.Lock()
			s.asked = append(s.asked, r.URL.Path)
			s.mu.Unlock()
		}
		if h := pages[r.URL.Path]; h != nil {
			h(w, r)
			return
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func text(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, body) }
}

func here(o Options) *Client {
	o.AllowPrivate = true
	return New(o)
}

func get(c *Client, address string) (*Answer, error) { return c.Get(context.Background(), address) }

func TestGet(t *testing.T) {
	var agent string
	s := serve(t, map[string]http.HandlerFunc{
		"/a": func(w http.ResponseWriter, r *http.Request) {
			agent = r.UserAgent()
			w.Header().Set("Content-Type", "text/html; charset=ISO-8859-1")
			fmt.Fprint(w, "<p>caf\xe9")
		},
		"/old": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/a?x=1#y", http.StatusMovedPermanently)
		},
	})
	a, err := get(here(Options{}), s.URL+"/old#part")
	if err != nil {
		t.Fatal(err)
	}
	if a.Address != s.URL+"/a?x=1" || a.Charset != "iso-8859-1" || string(a.Body) != "<p>caf\xe9" || agent != Agent {
		t.Errorf("%+v, agent %q", a, agent)
	}
}

func TestRefusals(t *testing.T) {
	loop := func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) }
	s := serve(t, map[string]http.HandlerFunc{
		"/robots.txt": text("User-agent: hearsay\nDisallow: /closed\n\nUser-agent: *\nDisallow: /"),
		"/closed/a":   text("closed"),
		"/loop":       loop,
		"/forbidden":  func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "", http.StatusForbidden) },
		"/later": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "120")
			http.Error(w, "", http.StatusTooManyRequests)
		},
		"/large": text(strings.Repeat("x", 3<<20)),
		"/bomb": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			z.Write(make([]byte, 8<<20))
			z.Close()
		},
		"/file": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", "file:///etc/passwd")
			w.WriteHeader(302)
		},
		"/short": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			fmt.Fprint(w, "x")
		},
		"/drip": func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				fmt.Fprint(w, "x")
				w.(http.Flusher).Flush()
				time.Sleep(20 * time.Millisecond)
			}
		},
		"/silent": func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
	})
	c, hurried := here(Options{MaxBytes: 2 << 20}), here(Options{Timeout: 500 * time.Millisecond})
	for path, want := range map[string]string{
		"/closed/a":  "robots.txt asks programs to stay away",
		"/missing":   "answers 404 Not Found; check the address",
		"/forbidden": "answers 403 Forbidden; open it in a browser, save the page",
		"/later":     `it asks to come back after "120"`,
		"/loop":      "redirects more than 10 times",
		"/large":     "is larger than 2 MB; download it",
		"/bomb":      "is larger than 2 MB; download it",
		"/file":      "not an address of the web",
		"/short":     "ends too early",
		"/drip":      "bytes within 500ms; try again later",
		"/silent":    "no answer within 500ms",
	} {
		client := c
		if strings.Contains(want, "500ms") {
			client = hurried
		}
		if a, err := get(client, s.URL+path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, %v", path, a, err)
		}
	}
	for address, want := range map[string]string{
		"ftp://post.example/a": "not an address of the web", "https://": "not an address of the web", "http://[::1": "not an address of the web",
	} {
		if _, err := get(c, address); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1::1": true, "64:ff9b::5db8:d822": true,
		"127.0.0.1": false, "127.8.8.8": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false,
		"0.0.0.0": false, "100.64.0.1": false, "224.0.0.1": false, "255.255.255.255": false, "198.18.0.1": false,
		"::1": false, "::": false, "fe80::1": false, "fc00::1": false, "ff02::1": false, "::ffff:127.0.0.1": false,
		"64:ff9b::7f00:1": false, "2002:7f00:1::": false, "::7f00:1": false, "fe80::1%eth0": false,
	} {
		if err := public(netip.MustParseAddr(address)); (err == nil) != want {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// TestPrivateIsRefusedWhenDialled: neither a redirect nor the name service gets
// around the check.
func TestPrivateIsRefusedWhenDialled(t *testing.T) {
	s := serve(t, map[string]http.HandlerFunc{"/a": text("secret")})
	_, port, _ := strings.Cut(strings.TrimPrefix(s.URL, "http://"), ":")
	for _, host := range []string{"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"} {
		if a, err := get(New(Options{Timeout: 5 * time.Second}), "http://"+host+":"+port+"/a"); err == nil || host != "2130706433" && !strings.Contains(err.Error(), "--allow-private") {
			t.Errorf("%s: %v, %v", host, a, err)
		}
	}
	if len(s.asked) > 0 {
		t.Errorf("the server was asked for %v", s.asked)
	}
	// A public server that redirects to a private one: here 127.0.0.1 is let in
	// and 127.0.0.2 is not.
	from := serve(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://127.0.0.2:"+port+"/a", http.StatusFound)
	}})
	c := New(Options{Timeout: 5 * time.Second})
	c.guard = func(a netip.Addr) error {
		if a == netip.MustParseAddr("127.0.0.1") {
			return nil
		}
		return public(a)
	}
	if _, err := get(c, from.URL+"/"); err == nil || !strings.Contains(err.Error(), "redirects to http://127.0.0.2") || !strings.Contains(err.Error(), "--allow-private") {
		t.Error(err)
	}
}

// TestProxy: what a proxy would connect to is judged by its name.
func TestProxy(t *testing.T) {
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.String() {
		case "http://post.example/a":
			fmt.Fprint(w, "through the proxy")
		case "http://post.example/b":
			http.Redirect(w, r, "http://127.0.0.1/secret", http.StatusFound)
		default:
			http.NotFound(w, r)
		}
	}))
	defer proxy.Close()
	u, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	c := New(Options{Proxy: u})
	if a, err := get(c, "http://post.example/a"); err != nil || string(a.Body) != "through the proxy" {
		t.Errorf("%v, %v", a, err)
	}
	for _, address := range []string{"http://post.example/b", "http://localhost/", "http://10.0.0.1/", "http://printer/"} {
		if _, err := get(c, address); err == nil || !strings.Contains(err.Error(), "--allow-private") {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// TestCache: nothing is fetched twice; a refresh asks on condition.
func TestCache(t *testing.T) {
	version := "1"
	s := serve(t, map[string]http.HandlerFunc{"/a": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"`+version+`"`)
		if r.Header.Get("If-None-Match") == `"`+version+`"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, "version "+version)
	}})
	folder := t.TempDir()
	for _, step := range []struct {
		refresh bool
		version string
		want    string
		cached  bool
		asked   int
	}{
		{false, "1", "version 1", false, 1},
		{false, "2", "version 1", true, 1},
		{true, "1", "version 1", true, 2},
		{true, "2", "version 2", false, 3},
		{false, "3", "version 2", true, 3},
	} {
		version = step.version
		a, err := get(here(Options{Cache: folder, Refresh: step.refresh}), s.URL+"/a")
		if err != nil || string(a.Body) != step.want || a.Cached != step.cached || len(s.asked) != step.asked {
			t.Errorf("%+v: %+v, %v, asked %d times", step, a, err, len(s.asked))
		}
	}
	feed := serve(t, map[string]http.HandlerFunc{"/rss": func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/rss+xml")
		fmt.Fprint(w, "<rss/>")
	}})
	for range 2 {
		if a, err := get(here(Options{Cache: folder}), feed.URL+"/rss"); err != nil || a.Cached {
			t.Errorf("a feed comes from the cache: %+v, %v", a, err)
		}
	}
	// What was altered in the cache is not believed.
	c := here(Options{Cache: folder})
	if err := os.WriteFile(c.file(s.URL+"/a", ".body"), []byte("altered"), 0o644); err != nil {
		t.Fatal(err)
	}
	if a, err := get(c, s.URL+"/a"); err != nil || string(a.Body) != "version 3" {
		t.Errorf("%v, %v", a, err)
	}
}

// TestAll: answers come in the order of the addresses; a host is asked for one
// page at a time, with a pause.
func TestAll(t *testing.T) {
	var now, most atomic.Int32
	pages := map[string]http.HandlerFunc{}
	for i := range 5 {
		pages[fmt.Sprintf("/%d", i)] = func(w http.ResponseWriter, _ *http.Request) {
			most.Store(max(most.Load(), now.Add(1)))
			time.Sleep(time.Duration(5-i) * time.Millisecond)
			now.Add(-1)
			fmt.Fprint(w, i)
		}
	}
	s := serve(t, pages)
	const delay = 30 * time.Millisecond
	var addresses []string
	for i := range 6 {
		addresses = append(addresses, fmt.Sprintf("%s/%d", s.URL, i))
	}
	var got []string
	start := time.Now()
	for a, err := range here(Options{Delay: delay}).All(context.Background(), addresses) {
		if err != nil {
			got = append(got, "error")
			continue
		}
		got = append(got, string(a.Body))
	}
	if strings.Join(got, " ") != "0 1 2 3 4 error" {
		t.Error(got)
	}
	if most.Load() > 1 {
		t.Errorf("%d requests at once", most.Load())
	}
	if took := time.Since(start); took < 5*delay {
		t.Errorf("six requests with five pauses of %v took %v", delay, took)
	}
}

func TestRobots(t *testing.T) {
	for _, c := range []struct {
		rules   http.HandlerFunc
		allowed bool
	}{
		{http.NotFound, true},
		{text("User-agent: *\nDisallow: /a"), false},
		{text("User-agent: *\nDisallow: /\nAllow: /a"), true},
		{text("\x00\xff nonsense"), true},
		{text("User-agent: *\nDisallow:\n" + strings.Repeat("# long\n", 200_000) + "Disallow: /a\n"), true},
		{func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "", http.StatusBadGateway) }, false},
		{func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/rules", http.StatusFound) }, false},
	} {
		s := serve(t, map[string]http.HandlerFunc{"/robots.txt": c.rules, "/a": text("page"), "/rules": text("User-agent: *\nDisallow: /a")})
		if _, err := get(here(Options{}), s.URL+"/a"); (err == nil) != c.allowed {
			t.Errorf("%+v: %v", c, err)
		}
	}
}
