package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// serve answers from a folder at $SERVER. Besides its files there are /drip,
// which sends a byte a second, /private, which redirects to this machine's own
// address under another name, and /asked, the number of requests so far.
func serve(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: serve FOLDER")
	}
	folder := ts.MkAbs(args[0])
	var asked atomic.Int32
	var s *httptest.Server
	s = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path := r.URL.Path
		if r.URL.IsAbs() { // asked as a proxy
			path = "/" + r.URL.Host + path
		}
		switch {
		case path == "/asked":
			fmt.Fprintf(w, "asked %d times.\n", asked.Load())
			return
		case strings.HasSuffix(path, "/drip"):
			for range 30 {
				fmt.Fprint(w, "x")
				w.(http.Flusher).Flush()
				select {
				case <-time.After(time.Second):
				case <-r.Context().Done():
					return
				}
			}
			return
		case strings.HasSuffix(path, "/private"):
			http.Redirect(w, r, strings.Replace(s.URL, "http://127.0.0.1", "http://127.0.0.2", 1)+"/secret", http.StatusFound)
			return
		}
		if !strings.HasSuffix(path, "/robots.txt") {
			asked.Add(1)
		}
		data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(path)))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		if strings.HasSuffix(path, ".html") {
			w.Header().Set("Content-Type", "text/html; charset=windows-1252")
		}
		w.Write([]byte(strings.ReplaceAll(string(data), "SERVER", s.URL)))
	}))
	ts.Defer(s.Close)
	ts.Setenv("SERVER", s.URL)
}
