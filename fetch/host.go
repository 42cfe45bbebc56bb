package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
)

const (
	maxRobots   = 512 << 10 // bytes of robots.txt that count, as RFC 9309 asks for
	longestWait = time.Minute
)

// host is one site: its rules, and whose turn it is.
type host struct {
	busy  chan struct{} // holds one token while nobody asks
	next  time.Time     // before which no request may begin
	pause time.Duration // that robots.txt asks for
	ask   sync.Mutex    // held while the rules are fetched
	rules *robotstxt.Group
	ruled bool
}

func (c *Client) host(u *url.URL) *host {
	c.mu.Lock()
	defer c.mu.Unlock()
	key := u.Scheme + "://" + u.Host
	h := c.hosts[key]
	if h == nil {
		h = &host{busy: make(chan struct{}, 1)}
		h.busy <- struct{}{}
		c.hosts[key] = h
	}
	return h
}

// turn waits until the host may be asked; leave must follow.
func (h *host) turn(ctx context.Context, delay time.Duration) error {
	select {
	case <-h.busy:
	case <-ctx.Done():
		return ctx.Err()
	}
	wait := time.NewTimer(time.Until(h.next))
	defer wait.Stop()
	select {
	case <-wait.C:
	case <-ctx.Done():
		h.busy <- struct{}{}
		return ctx.Err()
	}
	h.next = time.Now().Add(max(delay, h.pause))
	return nil
}

func (h *host) leave() { h.busy <- struct{}{} }

var errRobots = errors.New("its site's robots.txt asks programs to stay away; open it in a browser, save the page and give the file")

// allowed asks the host's robots.txt, once, whether the address may be read.
func (c *Client) allowed(ctx context.Context, u *url.URL) error {
	h := c.host(u)
	h.ask.Lock()
	defer h.ask.Unlock()
	if !h.ruled {
		if err := c.robots(ctx, u, h); err != nil {
			return err
		}
		h.ruled = true
	}
	if h.rules != nil && !h.rules.Test(u.RequestURI()) {
		return errRobots
	}
	return nil
}

// robots fetches the rules of a host. No rules allow everything; a server that
// fails allows nothing (RFC 9309).
func (c *Client) robots(ctx context.Context, u *url.URL, h *host) error {
	ctx, cancel := c.limited(ctx)
	defer cancel()
	at := u.Scheme + "://" + u.Host + "/robots.txt"
	for range 5 {
		to, err := url.Parse(at)
		if err != nil {
			return nil
		}
		reply, err := c.ask(ctx, to, nil)
		if err != nil {
			return c.explain(err, 0)
		}
		location := reply.Header.Get("Location")
		if reply.StatusCode >= 300 && reply.StatusCode < 400 && location != "" {
			reply.Body.Close()
			next, err := to.Parse(location)
			if err != nil || next.Scheme != "http" && next.Scheme != "https" {
				return nil
			}
			at = next.String()
			continue
		}
		body, err := io.ReadAll(io.LimitReader(reply.Body, maxRobots))
		reply.Body.Close()
		if err != nil {
			return c.explain(err, len(body))
		}
		if reply.StatusCode >= http.StatusInternalServerError {
			return fmt.Errorf("its site's robots.txt answers %d, so that nothing there may be read now; try again later", reply.StatusCode)
		}
		rules, err := robotstxt.FromStatusAndBytes(reply.StatusCode, body)
		if err != nil {
			return nil
		}
		h.rules = rules.FindGroup(robot)
		h.pause = min(h.rules.CrawlDelay, longestWait)
		return nil
	}
	return nil
}
