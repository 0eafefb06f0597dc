package access

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"

	"rapporteur/corpus"
)

// The cost of a hash: OWASP's recommendation for argon2id, 46 MiB and one pass.
const (
	hashMemory  = 47104 // KiB
	hashPasses  = 1
	hashThreads = 1
	hashBytes   = 32
	saltBytes   = 16
)

// Bounds on what a users file may ask of us, so that a hash cannot cost the
// machine's memory.
const (
	mostMemory = 1 << 20 // KiB
	mostPasses = 16
	mostBytes  = 64
)

// Bounds on a password.
const (
	ShortestPassword = 12   // characters
	longestPassword  = 1024 // bytes
)

// HashPassword gives the argon2id hash of a password in PHC format.
func HashPassword(password string) (string, error) {
	if utf8.RuneCountInString(password) < ShortestPassword || len(password) > longestPassword {
		return "", corpus.Errorf(corpus.CodeUsage, "a password has from %d characters to %d bytes", ShortestPassword, longestPassword)
	}
	salt := make([]byte, saltBytes)
	if _, err := rand.Read(salt); err != nil {
		return "", err
	}
	key := argon2.IDKey([]byte(password), salt, hashPasses, hashMemory, hashThreads, hashBytes)
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, hashMemory, hashPasses, hashThreads,
		base64.RawStdEncoding.EncodeToString(salt), base64.RawStdEncoding.EncodeToString(key)), nil
}

// phc is a parsed hash.
type phc struct {
	memory, passes uint32
	threads        uint8
	salt, key      []byte
}

// parsePHC reads a hash and refuses one that would cost too much to compare.
func parsePHC(s string) (phc, error) {
	var h phc
	var version int
	wrong := corpus.Errorf(corpus.CodeInvalid, "no argon2id hash: set the password anew with \"rapporteur users passwd\"")
	parts := strings.Split(s, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" {
		return h, wrong
	}
	if n, err := fmt.Sscanf(parts[2], "v=%d", &version); n != 1 || err != nil || version != argon2.Version {
		return h, wrong
	}
	if n, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &h.memory, &h.passes, &h.threads); n != 3 || err != nil {
		return h, wrong
	}
	var err, err2 error
	h.salt, err = base64.RawStdEncoding.DecodeString(parts[4])
	h.key, err2 = base64.RawStdEncoding.DecodeString(parts[5])
	if err != nil || err2 != nil || len(h.salt) < 8 || len(h.salt) > mostBytes || len(h.key) < 16 || len(h.key) > mostBytes {
		return h, wrong
	}
	if h.threads < 1 || h.passes < 1 || h.passes > mostPasses || h.memory < 8*uint32(h.threads) || h.memory > mostMemory {
		return h, wrong
	}
	return h, nil
}

// matches compares a password in constant time.
func (h phc) matches(password string) bool {
	if len(password) > longestPassword {
		return false
	}
	key := argon2.IDKey([]byte(password), h.salt, h.passes, h.memory, h.threads, uint32(len(h.key)))
	return subtle.ConstantTimeCompare(key, h.key) == 1
}

// nobodyHash is compared where no user has the name given, so that the time of
// an answer does not tell whether there is one.
func nobodyHash() phc {
	return phc{memory: hashMemory, passes: hashPasses, threads: hashThreads, salt: make([]byte, saltBytes), key: make([]byte, hashBytes)}
}
