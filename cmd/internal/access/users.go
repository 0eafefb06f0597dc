package access

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"github.com/goccy/go-yaml"

	"rapporteur/corpus"
)

// usersFile lies in the workspace and is for the server's owner alone.
const usersFile = "users.yaml"

// Bounds on a users file.
const (
	largestUsers = 4 << 20 // bytes
	mostUsers    = 10_000
)

var userName = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,63}$`)

// Account is one line of the users file.
type Account struct {
	Name string `yaml:"name" json:"name"`
	Role string `yaml:"role" json:"role"`
	// Collections are names of rapporteur.yaml's, or "all"; none sees nothing
	// where there are collections.
	Collections []string `yaml:"collections,omitempty" json:"collections"`
	// Hash is argon2id in PHC format.
	Hash string `yaml:"hash" json:"-"`
}

// check finds what an account may not be.
func (a Account) check() error {
	if !userName.MatchString(a.Name) {
		return corpus.Errorf(corpus.CodeUsage, "%q is no user's name: letters, digits and . _ @ + -, at most 64", a.Name)
	}
	if _, err := ParseRole(a.Role); err != nil {
		return corpus.Errorf(corpus.CodeUsage, "user %s: %w", a.Name, err)
	}
	if _, err := parsePHC(a.Hash); err != nil {
		return corpus.Errorf(corpus.CodeInvalid, "user %s: %w", a.Name, err)
	}
	return nil
}

// Users are the accounts of a workspace, sorted by name.
type Users []Account

// Find gives the account of this name.
func (u Users) Find(name string) (Account, bool) {
	i, ok := slices.BinarySearchFunc(u, name, func(a Account, name string) int { return cmp.Compare(a.Name, name) })
	if !ok {
		return Account{}, false
	}
	return u[i], true
}

// Put gives the list with an account added or replaced.
func (u Users) Put(a Account) Users {
	out := append(u.Without(a.Name), a)
	slices.SortFunc(out, func(a, b Account) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// Without gives the list without the account of this name.
func (u Users) Without(name string) Users {
	return slices.DeleteFunc(slices.Clone(u), func(a Account) bool { return a.Name == name })
}

// ReadUsers reads a workspace's users file; a workspace without one has no
// users. A file that others on the machine may read is refused.
func ReadUsers(dir string) (Users, error) {
	path := filepath.Join(dir, usersFile)
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if info.Mode().Perm()&0o077 != 0 {
		return nil, corpus.Errorf(corpus.CodeUsage, "%s can be read by others (%#o): run chmod 600 on it", path, info.Mode().Perm())
	}
	if info.Size() > largestUsers {
		return nil, corpus.Errorf(corpus.CodeInvalid, "%s has %d bytes, and %d are read at most", path, info.Size(), largestUsers)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	users, err := parseUsers(data)
	if err != nil {
		return nil, corpus.Errorf(corpus.ErrorCode(err), "%s: %w", path, err)
	}
	return users, nil
}

// parseUsers reads the bytes of a users file. Its errors show no source line,
// for a line may hold a hash.
func parseUsers(data []byte) (Users, error) {
	var file struct {
		Users Users `yaml:"users"`
	}
	if err := yaml.UnmarshalWithOptions(data, &file, yaml.Strict()); err != nil {
		var y yaml.Error
		if errors.As(err, &y) && y.GetToken() != nil {
			return nil, corpus.Errorf(corpus.CodeInvalid, "line %d cannot be understood", y.GetToken().Position.Line)
		}
		return nil, corpus.Errorf(corpus.CodeInvalid, "this is no users file: make one with \"rapporteur users add\"")
	}
	if len(file.Users) > mostUsers {
		return nil, corpus.Errorf(corpus.CodeInvalid, "%d users, and %d are read at most", len(file.Users), mostUsers)
	}
	users := file.Users
	slices.SortFunc(users, func(a, b Account) int { return cmp.Compare(a.Name, b.Name) })
	for i, a := range users {
		if err := a.check(); err != nil {
			return nil, err
		}
		if i > 0 && users[i-1].Name == a.Name {
			return nil, corpus.Errorf(corpus.CodeInvalid, "user %s stands twice", a.Name)
		}
	}
	return users, nil
}

// WriteUsers replaces a workspace's users file, whole, with mode 0600.
func WriteUsers(dir string, users Users) error {
	for _, a := range users {
		if err := a.check(); err != nil {
			return err
		}
	}
	var out bytes.Buffer
	out.WriteString("# Who may use the pages. \"rapporteur users\" changes this file; nobody else should read it.\n")
	data, err := yaml.Marshal(map[string]Users{"users": users})
	if err != nil {
		return err
	}
	out.Write(data)
	tmp, err := os.CreateTemp(dir, ".users-*") // with mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // fails, and may, once renamed
	_, err = tmp.Write(out.Bytes())
	if err := errors.Join(err, tmp.Sync(), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), filepath.Join(dir, usersFile))
}
