package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Hash identifies bytes: "sha256:" and 64 hexadecimal digits.
type Hash string

// HashOf gives the hash of data.
func HashOf(data []byte) Hash {
	sum := sha256.Sum256(data)
	return Hash("sha256:" + hex.EncodeToString(sum[:]))
}

// Hex gives the digits without the algorithm's name.
func (h Hash) Hex() string { return strings.TrimPrefix(string(h), "sha256:") }

// Short gives the first eight digits, as used in the symbol of a submission
// that carries none.
func (h Hash) Short() string {
	if x := h.Hex(); len(x) >= 8 {
		return x[:8]
	}
	return h.Hex()
}

// Valid reports whether h is well formed.
func (h Hash) Valid() bool {
	raw, err := hex.DecodeString(h.Hex())
	return err == nil && len(raw) == sha256.Size && strings.HasPrefix(string(h), "sha256:")
}
