// Package fetch turns an address into the bytes that stand there, politely and
// within bounds: it says who asks, keeps to robots.txt and to a pause between
// requests to one host, follows redirects, refuses addresses of private
// networks, and keeps what it got, so that nothing is fetched twice.
//
//	https://post.example/news/1  ->  Answer{Address: "https://post.example/news/1.html", Media: "text/html", Body: ...}
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"time"
)

const (
	// Agent is what requests say of who asks.
	Agent = "hearsay/1 (reads the news pages that its user names; keeps to robots.txt)"
	// robot is the name by which robots.txt may address it.
	robot = "hearsay"

	mostRedirects = 10
	atOnce        = 8 // hosts that are asked at the same time
)

// Options say how to fetch. The zero value fetches without a cache, a pause or
// an end.
type Options struct {
	Cache        string        // folder for what was fetched; empty for none
	Refresh      bool          // ask again for what the cache holds, and take it when it is unchanged
	Delay        time.Duration // between two requests to one host, unless robots.txt asks for more
	Timeout      time.Duration // for one answer as a whole, however slowly it drips
	MaxBytes     int           // of an answer, unpacked
	AllowPrivate bool          // also addresses of this machine and of private networks
	Proxy        *url.URL      // nil: as the environment says
}

// Answer is what stands at an address.
type Answer struct {
	Address string // after redirects
	Media   string // content type
	Charset string // of the content type, empty when it names none
	Body    []byte // unpacked
	ETag    string
	Changed string // Last-Modified
	Cached  bool   // the server was not asked, or said that nothing changed
}

// Client fetches. It may be used by several goroutines.
type Client struct {
	Options
	web   *http.Client
	guard func(netip.Addr) error
	mu    sync.Mutex
	hosts map[string]*host
}

// New returns a client.
func New(o Options) *Client {
	c := &Client{Options: o, guard: public, hosts: map[string]*host{}}
	if o.AllowPrivate {
		c.guard = func(netip.Addr) error { return nil }
	}
	c.web = &http.Client{Transport: c.transport(),
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return c
}

// All fetches addresses, several hosts at once, and hands out the answers in the
// order of the addresses.
func (c *Client) All(ctx context.Context, addresses []string) iter.Seq2[*Answer, error] {
	return func(yield func(*Answer, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		type result struct {
			answer *Answer
			err    error
		}
		slots := make(chan chan result, 2*atOnce)
		go func() {
			defer close(slots)
			for _, a := range addresses {
				slot := make(chan result, 1)
				select {
				case slots <- slot:
				case <-ctx.Done():
					return
				}
				go func() {
					answer, err := c.Get(ctx, a)
					slot <- result{answer, err}
				}()
			}
		}()
		for slot := range slots {
			if r := <-slot; !yield(r.answer, r.err) {
				return
			}
		}
	}
}

// Get fetches one address. Errors say what to do; they do not name the address.
func (c *Client) Get(ctx context.Context, address string) (*Answer, error) {
	kept := c.kept(address)
	if kept != nil && !c.Refresh && !grows(kept.Media) {
		return kept, nil
	}
	at := address
	for hop := 0; hop <= mostRedirects; hop++ {
		answer, next, err := c.hop(ctx, at, kept)
		if err != nil && at != address {
			err = fmt.Errorf("redirects to %s: %w", at, err)
		}
		if err != nil {
			return nil, err
		}
		if next != "" {
			at = next
			continue
		}
		if !answer.Cached {
			c.keep(address, answer)
		}
		return answer, nil
	}
	return nil, fmt.Errorf("redirects more than %d times; open it in a browser and give the address that it ends at", mostRedirects)
}

// grows reports whether what has the content type is a list that goes on being
// written: a feed, which is asked for anew each time, on condition.
func grows(media string) bool {
	kind, _, _ := strings.Cut(strings.ToLower(media), ";")
	switch strings.TrimSpace(kind) {
	case "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/xml", "text/xml", "text/x-opml":
		return true
	}
	return false
}

// hop asks one address: for its answer, or where to go on.
func (c *Client) hop(ctx context.Context, address string, kept *Answer) (answer *Answer, next string, err error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, "", errors.New("not an address of the web; it should begin with https:// or http://")
	}
	u.Fragment = ""
	if err := c.allowed(ctx, u); err != nil {
		return nil, "", err
	}
	h := c.host(u)
	if err := h.turn(ctx, c.Delay); err != nil {
		return nil, "", err
	}
	defer h.leave()
	ctx, cancel := c.limited(ctx)
	defer cancel()
	reply, err := c.ask(ctx, u, kept)
	if err != nil {
		return nil, "", c.explain(err, 0)
	}
	defer reply.Body.Close()
	switch {
	case reply.StatusCode == http.StatusNotModified && kept != nil:
		kept.Cached = true
		return kept, "", nil
	case reply.StatusCode >= 300 && reply.StatusCode < 400 && reply.Header.Get("Location") != "":
		to, err := u.Parse(reply.Header.Get("Location"))
		if err != nil {
			return nil, "", errors.New("redirects to no address; open it in a browser and give the file")
		}
		return nil, to.String(), nil
	case reply.StatusCode != http.StatusOK:
		return nil, "", refusal(reply)
	}
	body, err := c.read(reply.Body)
	if err != nil {
		return nil, "", c.explain(err, len(body))
	}
	media := reply.Header.Get("Content-Type")
	return &Answer{Address: u.String(), Media: media, Charset: charsetOf(media), Body: body,
		ETag: reply.Header.Get("ETag"), Changed: reply.Header.Get("Last-Modified")}, "", nil
}

func (c *Client) limited(ctx context.Context) (context.Context, context.CancelFunc) {
	if c.Timeout > 0 {
		return context.WithTimeout(ctx, c.Timeout)
	}
	return context.WithCancel(ctx)
}

// ask sends the request, on condition that the answer differs from the one kept.
func (c *Client) ask(ctx context.Context, u *url.URL, kept *Answer) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set("User-Agent", Agent)
	r.Header.Set("Accept", "text/html,application/xhtml+xml,application/feed+json,application/rss+xml,application/atom+xml,text/plain;q=0.9,*/*;q=0.8")
	if kept != nil && kept.ETag != "" {
		r.Header.Set("If-None-Match", kept.ETag)
	}
	if kept != nil && kept.Changed != "" {
		r.Header.Set("If-Modified-Since", kept.Changed)
	}
	return c.web.Do(r)
}

var errTooLarge = errors.New("too large")

func (c *Client) read(r io.Reader) ([]byte, error) {
	if c.MaxBytes == 0 {
		return io.ReadAll(r)
	}
	body, err := io.ReadAll(io.LimitReader(r, int64(c.MaxBytes)+1))
	if err == nil && len(body) > c.MaxBytes {
		return nil, errTooLarge
	}
	return body, err
}

// explain says in words what went wrong after got bytes, and what to do.
func (c *Client) explain(err error, got int) error {
	var private *privateError
	switch {
	case errors.As(err, &private):
		return private
	case errors.Is(err, errTooLarge):
		return fmt.Errorf("is larger than %d MB; download it and give the file", c.MaxBytes>>20)
	case errors.Is(err, context.DeadlineExceeded) && got > 0:
		return fmt.Errorf("sent only %d bytes within %v; try again later, or save the page and give the file", got, c.Timeout)
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("no answer within %v; try again later, or save the page and give the file", c.Timeout)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("the answer ends too early; try again later")
	}
	var operation *url.Error
	if errors.As(err, &operation) {
		err = operation.Err
	}
	return fmt.Errorf("%w; check the address and the connection", err)
}

// refusal says what an answer without a page means.
func refusal(reply *http.Response) error {
	status := fmt.Sprintf("answers %d %s", reply.StatusCode, http.StatusText(reply.StatusCode))
	switch reply.StatusCode {
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden, http.StatusUnavailableForLegalReasons:
		return errors.New(status + "; open it in a browser, save the page and give the file")
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		if after := reply.Header.Get("Retry-After"); after != "" && len(after) < 40 {
			return fmt.Errorf("%s; it asks to come back after %q", status, after)
		}
		return errors.New(status + "; try again later")
	case http.StatusNotFound, http.StatusGone:
		return errors.New(status + "; check the address")
	}
	return errors.New(status + "; try again later, or save the page and give the file")
}

// charsetOf is the charset of a content type.
func charsetOf(media string) string {
	_, label, _ := strings.Cut(strings.ToLower(media), "charset=")
	label, _, _ = strings.Cut(label, ";")
	return strings.Trim(label, " \"'")
}
