package access

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/cmd/internal/workspace"
)

func TestPasswordHash(t *testing.T) {
	hash, err := HashPassword("correct horse battery")
	if err != nil {
		t.Fatal(err)
	}
	h, err := parsePHC(hash)
	if err != nil {
		t.Fatal(err)
	}
	if !h.matches("correct horse battery") || h.matches("correct horse batterz") || h.matches("") {
		t.Error("the comparison is wrong")
	}
	for _, bad := range []string{"short", "elevenchars", strings.Repeat("x", 1025)} {
		if _, err := HashPassword(bad); err == nil {
			t.Errorf("%d characters are taken", len(bad))
		}
	}
}

func TestHashesThatCostTooMuch(t *testing.T) {
	salt := "c2FsdHNhbHRzYWx0c2FsdA$a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5"
	for _, head := range []string{
		"$argon2id$v=19$m=1048577,t=1,p=1$", "$argon2id$v=19$m=65536,t=17,p=1$", "$argon2id$v=19$m=1,t=1,p=1$",
		"$argon2id$v=19$m=65536,t=1,p=0$", "$argon2i$v=19$m=65536,t=1,p=1$", "$argon2id$v=16$m=65536,t=1,p=1$",
	} {
		if _, err := parsePHC(head + salt); err == nil {
			t.Errorf("%s is taken", head)
		}
	}
	if _, err := parsePHC("$argon2id$v=19$m=65536,t=1,p=1$" + salt); err != nil {
		t.Errorf("a hash of another program is refused: %v", err)
	}
}

func FuzzPHC(f *testing.F) {
	f.Add("$argon2id$v=19$m=65536,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5")
	f.Fuzz(func(t *testing.T, s string) {
		h, err := parsePHC(s)
		if err == nil && (h.memory > mostMemory || h.passes > mostPasses || h.threads == 0 || len(h.key) > mostBytes) {
			t.Errorf("%q costs too much: %+v", s, h)
		}
	})
}

func FuzzUsers(f *testing.F) {
	f.Add([]byte("users:\n- {name: anna, role: reader, collections: [all], hash: x}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		users, err := parseUsers(data)
		if err != nil {
			return
		}
		for _, u := range users {
			if u.check() != nil {
				t.Errorf("%+v is taken", u)
			}
		}
	})
}

func TestLimiterIsBounded(t *testing.T) {
	now := time.Unix(0, 0)
	l := &limiter{now: func() time.Time { return now }, counters: map[string]counter{}}
	for i := range mostCounters {
		now = now.Add(time.Millisecond)
		l.failed(strings.Repeat("x", i%7)+string(rune('a'+i%26))+time.Duration(i).String(), "name")
	}
	if len(l.counters) > mostCounters {
		t.Errorf("%d counters", len(l.counters))
	}
	if l.wait("elsewhere", "name") == 0 {
		t.Error("guesses at one name from everywhere are not slowed")
	}
}

func TestMayListen(t *testing.T) {
	login := workspace.Access{Login: "local"}
	secure := workspace.Access{Login: "local", Certificate: "c", Key: "k"}
	for _, x := range []struct {
		addr string
		s    workspace.Access
		ok   bool
	}{
		{"127.0.0.1:8080", workspace.Access{}, true}, {"localhost:0", workspace.Access{}, true}, {"[::1]:80", login, true},
		{":8080", workspace.Access{}, false}, {"0.0.0.0:8080", workspace.Access{}, false}, {"0.0.0.0:8080", login, false},
		{"0.0.0.0:8080", secure, true}, {"127.0.0.1", login, false}, {"[::ffff:127.0.0.1]:80", workspace.Access{}, true},
	} {
		if err := MayListen(x.addr, x.s); (err == nil) != x.ok {
			t.Errorf("%s with login %q: %v", x.addr, x.s.Login, err)
		}
	}
}

func TestCertificateIsNamedWhenWrong(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "c.pem"), []byte("no"), 0o600); err != nil {
		t.Fatal(err)
	}
	if c, err := TLS(workspace.Access{}, dir); c != nil || err != nil {
		t.Errorf("%v, %v", c, err)
	}
	if _, err := TLS(workspace.Access{Certificate: "c.pem", Key: "c.pem"}, dir); err == nil || !strings.Contains(err.Error(), "c.pem") {
		t.Errorf("got %v", err)
	}
}
