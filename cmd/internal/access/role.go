package access

import (
	"context"

	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

// Role is what a user may do; each may also do what the ones before it may.
type Role int

// The roles. Nobody is a request without a login.
const (
	Nobody      Role = iota
	Reader           // searches and reads
	Analyst          // decides on claims, builds reports
	Secretariat      // brings files in, sees who did what
)

var roleNames = [...]string{"nobody", "reader", "analyst", "secretariat"}

func (r Role) String() string { return roleNames[r] }

// ParseRole reads a role that a user can have.
func ParseRole(s string) (Role, error) {
	for r := Reader; r <= Secretariat; r++ {
		if r.String() == s {
			return r, nil
		}
	}
	return Nobody, corpus.Errorf(corpus.CodeUsage, "no role %q: there are reader, analyst and secretariat", s)
}

// Roles gives every role, the weakest first.
func Roles() []Role { return []Role{Nobody, Reader, Analyst, Secretariat} }

// User is who sends a request.
type User struct {
	// Name stands in the log of decisions.
	Name string
	Role Role
	// Login is set where the user logged in, and so can log out.
	Login bool
	// all is set where the user sees every meeting, else parts hold those seen.
	all   bool
	parts []workspace.Collection
}

// May reports whether the user has the rights of a role.
func (u User) May(r Role) bool { return u.Role >= r }

// SeesAll reports whether no meeting is hidden from the user.
func (u User) SeesAll() bool { return u.all }

// Sees reports whether the user may see what was submitted to a meeting.
func (u User) Sees(meeting string) bool {
	if u.all {
		return true
	}
	for _, c := range u.parts {
		if c.Holds(meeting) {
			return true
		}
	}
	return false
}

// SeesAny reports whether the user may see a document that was submitted as
// these submissions.
func (u User) SeesAny(subs []corpus.Submission) bool {
	for _, s := range subs {
		if u.Sees(s.Meeting) {
			return true
		}
	}
	return u.all
}

type userKey struct{}

// With gives a context that carries a user.
func With(ctx context.Context, u User) context.Context { return context.WithValue(ctx, userKey{}, u) }

// From gives the user of a request, the zero value outside of one: it may
// nothing and sees nothing.
func From(ctx context.Context) User {
	u, _ := ctx.Value(userKey{}).(User)
	return u
}

// Everything is the user of a machine's one person, and of background work.
func Everything(name string) User { return User{Name: name, Role: Secretariat, all: true} }

// scope gives a user what the named collections hold. Where the settings have
// no collections there is nothing to hide.
func scope(u User, a workspace.Access, names []string) User {
	u.all = len(a.Collections) == 0
	for _, name := range names {
		if name == workspace.AllCollections {
			u.all = true
		}
		if c, ok := a.Collections[name]; ok {
			u.parts = append(u.parts, c)
		}
	}
	return u
}

// rights are the strongest role and all collections that groups give.
func rights(s workspace.OIDC, groups []string) (Role, []string) {
	role, collections := Nobody, []string(nil)
	for _, g := range groups {
		if r, err := ParseRole(s.Roles[g]); err == nil {
			role = max(role, r)
		}
		collections = append(collections, s.Grants[g]...)
	}
	return role, collections
}
