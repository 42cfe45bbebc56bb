package fetch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
)

// note is what the cache keeps beside a body.
type note struct {
	Asked   string `json:"asked"`
	Address string `json:"address"`
	Media   string `json:"media"`
	ETag    string `json:"etag,omitempty"`
	Changed string `json:"changed,omitempty"`
	SHA256  string `json:"sha256"`
}

// Kept returns what the cache holds for an address, nil when it holds nothing.
// No server is asked.
func (c *Client) Kept(address string) *Answer { return c.kept(address) }

func (c *Client) kept(address string) *Answer {
	if c.Cache == "" {
		return nil
	}
	data, err := os.ReadFile(c.file(address, ".json"))
	if err != nil {
		return nil
	}
	var n note
	if json.Unmarshal(data, &n) != nil || n.Asked != address {
		return nil
	}
	body, err := os.ReadFile(c.file(address, ".body"))
	if err != nil || sum(body) != n.SHA256 {
		return nil
	}
	return &Answer{Address: n.Address, Media: n.Media, Charset: charsetOf(n.Media), Body: body, ETag: n.ETag, Changed: n.Changed, Cached: true}
}

// keep stores an answer. A cache that cannot be written is no reason to fail:
// the answer is there.
func (c *Client) keep(address string, a *Answer) {
	if c.Cache == "" {
		return
	}
	data, err := json.Marshal(note{Asked: address, Address: a.Address, Media: a.Media, ETag: a.ETag, Changed: a.Changed, SHA256: sum(a.Body)})
	if err != nil || os.MkdirAll(filepath.Dir(c.file(address, "")), 0o755) != nil {
		return
	}
	if replace(c.file(address, ".body"), a.Body) == nil {
		replace(c.file(address, ".json"), data)
	}
}

// replace writes a file whole or not at all.
func replace(name string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if failed := f.Close(); err == nil {
		err = failed
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// file is where the cache keeps an address.
func (c *Client) file(address, ending string) string {
	key := sum([]byte(address))
	return filepath.Join(c.Cache, key[:2], key+ending)
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
