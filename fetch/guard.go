package fetch

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"time"
)

// privateError is the refusal to ask an address of a private network.
type privateError struct{ host string }

func (e *privateError) Error() string {
	return fmt.Sprintf("%s is an address of this machine or of a private network; give --allow-private if that is meant", e.host)
}

// special are ranges of local use (RFC 6890) that the methods of netip.Addr do
// not name.
var special = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("100::/64"), netip.MustParsePrefix("fec0::/10"),
}

// embedding are ranges whose addresses hold an IPv4 address, at a byte.
var embedding = []struct {
	prefix netip.Prefix
	at     int
}{
	{netip.MustParsePrefix("64:ff9b::/96"), 12}, {netip.MustParsePrefix("64:ff9b:1::/48"), 12}, {netip.MustParsePrefix("2002::/16"), 2},
	{netip.MustParsePrefix("::/96"), 12},
}

// public refuses addresses that are not of the public network.
func public(a netip.Addr) error {
	a = a.Unmap().WithZone("")
	if !a.IsValid() || a.IsLoopback() || a.IsPrivate() || a.IsLinkLocalUnicast() || a.IsUnspecified() || a.IsMulticast() || a.IsInterfaceLocalMulticast() {
		return &privateError{a.String()}
	}
	for _, p := range special {
		if p.Contains(a) {
			return &privateError{a.String()}
		}
	}
	for _, e := range embedding {
		if e.prefix.Contains(a) {
			b := a.As16()
			return public(netip.AddrFrom4([4]byte(b[e.at : e.at+4])))
		}
	}
	return nil
}

// transport connects to public addresses only. The check is made on the address
// that is dialled, so that neither a redirect nor an answer of the name service
// gets around it. What a proxy connects to only the proxy sees: there the name
// is checked instead.
func (c *Client) transport() *http.Transport {
	proxy := http.ProxyFromEnvironment
	if c.Proxy != nil {
		proxy = http.ProxyURL(c.Proxy)
	}
	guarded := &net.Dialer{Timeout: 10 * time.Second, Control: func(_, address string, _ syscall.RawConn) error {
		ap, err := netip.ParseAddrPort(address)
		if err != nil {
			return &privateError{address}
		}
		return c.guard(ap.Addr())
	}}
	free := &net.Dialer{Timeout: 10 * time.Second}
	proxies := &addresses{}
	return &http.Transport{
		Proxy: func(r *http.Request) (*url.URL, error) {
			u, err := proxy(r)
			if err != nil || u == nil {
				return u, err
			}
			proxies.add(u)
			return u, c.guardName(r.URL.Hostname())
		},
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			if proxies.has(address) {
				return free.DialContext(ctx, network, address)
			}
			return guarded.DialContext(ctx, network, address)
		},
		ForceAttemptHTTP2:      true,
		TLSHandshakeTimeout:    10 * time.Second,
		MaxResponseHeaderBytes: 1 << 20,
		MaxIdleConnsPerHost:    1,
		IdleConnTimeout:        10 * time.Second,
	}
}

// guardName refuses names that say of themselves that they are private.
func (c *Client) guardName(name string) error {
	if c.AllowPrivate {
		return nil
	}
	if a, err := netip.ParseAddr(name); err == nil {
		return c.guard(a)
	}
	lower := strings.ToLower(strings.TrimSuffix(name, "."))
	if lower == "localhost" || strings.HasSuffix(lower, ".localhost") || strings.HasSuffix(lower, ".local") || strings.HasSuffix(lower, ".internal") || !strings.Contains(lower, ".") {
		return &privateError{name}
	}
	return nil
}

// addresses are places that were dialled on the user's word.
type addresses struct {
	mu  sync.Mutex
	all map[string]bool
}

func (a *addresses) add(u *url.URL) {
	port := u.Port()
	if port == "" {
		port = map[string]string{"https": "443", "socks5": "1080"}[strings.ToLower(u.Scheme)]
	}
	if port == "" {
		port = "80"
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.all == nil {
		a.all = map[string]bool{}
	}
	a.all[strings.ToLower(u.Hostname())+":"+port] = true
}

func (a *addresses) has(address string) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.all[strings.ToLower(address)]
}
