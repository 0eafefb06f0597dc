package owner

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"time"

	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// protocol changes when a question or an answer does.
const protocol = 1

// Bounds on messages and on waiting.
const (
	maxQuestion = 256 << 10
	maxAnswer   = 64 << 20
	// dialWait is how long a connection may take, readWait how long a question
	// may take to arrive, writeWait an answer.
	dialWait  = time.Second
	readWait  = 5 * time.Second
	writeWait = 30 * time.Second
	// workWait is how long the owner may work on an answer.
	workWait = 2 * time.Minute
)

// What may be asked.
const (
	askSearch  = "search"
	askRefresh = "refresh"
	askVerify  = "verify"
)

// question is what one process asks the owner.
type question struct {
	Protocol int          `json:"protocol"`
	Ask      string       `json:"ask"`
	Query    corpus.Query `json:"query"`
}

// answer is what the owner says.
type answer struct {
	Result corpus.Result `json:"result"`
	Faults []store.Fault `json:"faults"`
	Error  *fault        `json:"error"`
}

// fault is an error on its way to another process.
type fault struct {
	Code    corpus.Code `json:"code"`
	Message string      `json:"message"`
}

func faultOf(err error) *fault {
	if err == nil {
		return nil
	}
	return &fault{corpus.ErrorCode(err), err.Error()}
}

func (f *fault) err() error {
	if f == nil {
		return nil
	}
	return &corpus.Error{Code: f.Code, Message: f.Message}
}

// send writes v as one line of JSON of at most limit bytes.
func send(w io.Writer, v any, limit int) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if len(data) >= limit {
		return corpus.Errorf(corpus.CodeUsage, "%d bytes are too much for one message: ask for less at a time", len(data))
	}
	_, err = w.Write(append(data, '\n'))
	return err
}

// receive reads one line of JSON of at most limit bytes. A field it does not
// know comes from another version of the program.
func receive(r io.Reader, v any, limit int) error {
	d := json.NewDecoder(io.LimitReader(r, int64(limit)))
	var raw json.RawMessage
	if err := d.Decode(&raw); err != nil {
		return fmt.Errorf("read message: %w", err)
	}
	d = json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	return d.Decode(v)
}

// longPath is the length from which an address of a socket is too long for
// some systems, the name of the socket included.
const longPath = 80

// within calls f with a short name of a folder, for systems bound the length
// of a socket's path.
func within(dir string, f func(dir string) error) (err error) {
	if len(dir) < longPath {
		return f(dir)
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	short := fmt.Sprintf("/proc/self/fd/%d", d.Fd())
	if _, err := os.Stat(short); err != nil {
		return fmt.Errorf("%s is too long a path for a socket", filepath.Join(dir, socketName))
	}
	return f(short)
}

func deadline(c net.Conn, d time.Duration) error { return c.SetDeadline(time.Now().Add(d)) }
