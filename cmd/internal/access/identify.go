package access

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/cmd/internal/workspace"
)

// What a session holds.
const (
	keyName        = "name"
	keyMark        = "mark"        // of the password that was given, so that a new one ends old sessions
	keyRole        = "role"        // from the provider
	keyCollections = "collections" // from the provider, joined by newlines
)

// identify finds out who sends a request. A user who was removed, or has
// another role now, is that at once.
func (a *Access) identify(r *http.Request) User {
	switch a.c.Settings.Login {
	case "local":
		return a.identifyLocal(r)
	case "oidc":
		return a.identifyOIDC(r)
	}
	return Everything(a.c.Person)
}

func (a *Access) identifyLocal(r *http.Request) User {
	name := a.sessions.GetString(r.Context(), keyName)
	if name == "" {
		return User{}
	}
	users, err := a.users.get()
	if err != nil {
		a.c.Log("users: %v", err)
		return User{}
	}
	account, ok := users.Find(name)
	if !ok || markOf(account.Hash) != a.sessions.GetString(r.Context(), keyMark) {
		return User{}
	}
	return userOf(account, a.c.Settings)
}

// userOf is the user of an account.
func userOf(account Account, settings workspace.Access) User {
	role, err := ParseRole(account.Role)
	if err != nil { // a users file is checked when it is read
		return User{}
	}
	return scope(User{Name: account.Name, Role: role, Login: true}, settings, account.Collections)
}

func (a *Access) identifyOIDC(r *http.Request) User {
	ctx := r.Context()
	role, err := ParseRole(a.sessions.GetString(ctx, keyRole))
	if err != nil {
		return User{}
	}
	names := strings.Split(a.sessions.GetString(ctx, keyCollections), "\n")
	return scope(User{Name: a.sessions.GetString(ctx, keyName), Role: role, Login: true}, a.c.Settings, names)
}

// markOf is a short hash of a password's hash.
func markOf(hash string) string {
	sum := sha256.Sum256([]byte(hash))
	return hex.EncodeToString(sum[:8])
}

// get gives the users, read again where the file has changed.
func (c *usersCache) get() (Users, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	info, err := os.Stat(filepath.Join(c.dir, usersFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	stamp := "none"
	if err == nil {
		stamp = fmt.Sprint(info.ModTime().UnixNano(), info.Size(), info.Mode())
	}
	if stamp == c.stamp {
		return c.users, nil
	}
	users, err := ReadUsers(c.dir)
	if err != nil {
		return nil, err
	}
	c.users, c.stamp = users, stamp
	return users, nil
}
