package child

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"rapporteur/corpus"
)

func frame(t testing.TB, flags byte, v any, bulk []byte) []byte {
	var buf bytes.Buffer
	if err := writeFrame(&buf, flags, v, bulk); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestFrameRoundTrip(t *testing.T) {
	raw := frame(t, flagLast, Request{Op: "read", Name: "ruritania.pdf"}, []byte("bulk"))
	r := bytes.NewReader(append(raw, raw...))
	for range 2 {
		var q Request
		flags, bulk, err := readFrame(r, &q)
		if err != nil || flags != flagLast || q.Op != "read" || q.Name != "ruritania.pdf" || string(bulk) != "bulk" {
			t.Fatalf("got %v %+v %q %v", flags, q, bulk, err)
		}
	}
	var q Request
	if _, _, err := readFrame(r, &q); !errors.Is(err, io.EOF) {
		t.Errorf("the end gave %v", err)
	}
}

func TestFrameRefused(t *testing.T) {
	good := frame(t, 0, Request{Op: "read"}, []byte("bulk"))
	huge := append([]byte{0, 0xFF, 0xFF, 0xFF, 0xFF}, good[5:]...)
	hugeBulk := append([]byte{}, good...)
	hugeBulk[5] = 0x7F
	for name, raw := range map[string][]byte{
		"cut in the head": good[:5],
		"cut in the gob":  good[:headerLen+2],
		"cut in the bulk": good[:len(good)-1],
		"huge gob":        huge,
		"huge bulk":       hugeBulk,
		"no gob":          append(append([]byte{}, good[:headerLen]...), bytes.Repeat([]byte{0xFE}, len(good))...),
	} {
		var q Request
		if _, _, err := readFrame(bytes.NewReader(raw), &q); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestAutopsy(t *testing.T) {
	for words, want := range map[string]corpus.Reason{
		"fatal error: runtime: out of memory\n\ngoroutine 1": corpus.ReasonMemory,
		"runtime: cannot allocate memory":                    corpus.ReasonMemory,
		"panic: index out of range":                          corpus.ReasonBroken,
		"":                                                   corpus.ReasonBroken,
	} {
		if got := autopsy(words, false).Reason; got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
	if got := autopsy("", true).Reason; got != corpus.ReasonMemory {
		t.Errorf("a kill from outside: %s", got)
	}
}

func TestTail(t *testing.T) {
	var b tail
	for i := range 10_000 {
		_, _ = b.Write([]byte{byte('a' + i%26)})
	}
	_, _ = b.Write(bytes.Repeat([]byte("z"), 3*tailBytes))
	s := b.String()
	if len(s) != 2*tailBytes || s[:3] != "abc" || s[len(s)-3:] != "zzz" {
		t.Errorf("kept %d bytes, %q … %q", len(s), s[:3], s[len(s)-3:])
	}
}

func FuzzFrame(f *testing.F) {
	f.Add(frame(f, 0, Request{Op: "read", Name: "a"}, []byte("bulk")))
	f.Add(frame(f, flagLast, Response{Text: "text"}, nil))
	f.Add([]byte{0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 7})
	f.Fuzz(func(t *testing.T, raw []byte) {
		var q Request
		_, bulk, err := readFrame(bytes.NewReader(raw), &q)
		if err == nil && len(bulk) > len(raw) {
			t.Errorf("%d bytes became %d", len(raw), len(bulk))
		}
		var p Response
		_, _, _ = readFrame(bytes.NewReader(raw), &p)
	})
}
