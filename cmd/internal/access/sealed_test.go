package access

import (
	"strings"
	"testing"
	"time"
)

// FuzzSealed: nobody but this process can write what it opens.
func FuzzSealed(f *testing.F) {
	s, err := newSealer()
	if err != nil {
		f.Fatal(err)
	}
	now := time.Unix(1_900_000_000, 0)
	good, err := s.seal(start{State: "s", Nonce: "n", Verifier: "v", To: "/" + strings.Repeat("x", 9000), Until: now.Unix()})
	if err != nil {
		f.Fatal(err)
	}
	if v, ok := s.open(good, now); !ok || v.State != "s" || v.To != "/" || len(good) > 3000 {
		f.Fatalf("%+v %v", v, ok)
	}
	if _, ok := s.open(good, now.Add(time.Second)); ok {
		f.Fatal("it is opened after its time")
	}
	f.Add(good[:len(good)-1])
	f.Add("")
	f.Add(strings.Repeat("A", 200))
	f.Fuzz(func(t *testing.T, text string) {
		if _, ok := s.open(text, now); ok && text != good {
			t.Fatalf("%q is opened", text)
		}
	})
}
