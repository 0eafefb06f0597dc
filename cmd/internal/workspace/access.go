package workspace

import (
	"slices"
	"strings"

	"rapporteur/corpus"
)

// AllCollections is the name that stands for every collection.
const AllCollections = "all"

// Access says who may use the pages. The zero value is for one person at one
// machine: no login, and only the machine itself is served.
type Access struct {
	// Login is "" for none, "local" for the users file, "oidc" for the
	// organisation's provider.
	Login string `yaml:"login"`
	// URL is the address that people use, where a proxy stands before the
	// server; its host is the only one that is answered then.
	URL string `yaml:"url"`
	// Certificate and Key are PEM files, relative to the workspace.
	Certificate string `yaml:"certificate"`
	Key         string `yaml:"key"`
	// Hours is how long a login lasts; 0 means 10.
	Hours int `yaml:"hours"`
	// Collections are sets of meetings, by name. Where there is one, a user sees
	// only those given to him; where there is none, everybody sees everything.
	Collections map[string]Collection `yaml:"collections"`
	OIDC        OIDC                  `yaml:"oidc"`
}

// Collection is a set of meetings, named one by one or by their bodies.
type Collection struct {
	Meetings []string `yaml:"meetings"`
	Bodies   []string `yaml:"bodies"`
}

// OIDC tells how to ask an OpenID Connect provider who somebody is.
type OIDC struct {
	Issuer   string `yaml:"issuer"`
	ClientID string `yaml:"client_id"`
	// SecretFile holds the client's secret, relative to the workspace; the
	// secret itself never stands in the settings.
	SecretFile string `yaml:"secret_file"`
	// NameClaim and GroupsClaim are the claims of the ID token that hold the
	// user's name and groups; "email" and "groups" where they are left out.
	NameClaim   string `yaml:"name_claim"`
	GroupsClaim string `yaml:"groups_claim"`
	// Roles maps groups to roles; who is in none of them is refused.
	Roles map[string]string `yaml:"roles"`
	// Grants maps groups to the names of collections.
	Grants map[string][]string `yaml:"grants"`
}

// Holds reports whether a meeting belongs to the collection.
func (c Collection) Holds(meeting string) bool {
	return slices.Contains(c.Meetings, meeting) || slices.Contains(c.Bodies, corpus.Symbol{Series: meeting}.Body())
}

// check finds what cannot be meant.
func (a Access) check() error {
	switch a.Login {
	case "", "local":
	case "oidc":
		if a.OIDC.Issuer == "" || a.OIDC.ClientID == "" || a.URL == "" {
			return corpus.Errorf(corpus.CodeUsage, "access: login oidc needs url, oidc.issuer and oidc.client_id")
		}
	default:
		return corpus.Errorf(corpus.CodeUsage, "access: login is %q: there are local and oidc, or none", a.Login)
	}
	if (a.Certificate == "") != (a.Key == "") {
		return corpus.Errorf(corpus.CodeUsage, "access: certificate and key go together")
	}
	if a.Hours < 0 || a.Hours > 24*30 {
		return corpus.Errorf(corpus.CodeUsage, "access: hours is %d: a login lasts from 1 to 720", a.Hours)
	}
	return a.checkNames()
}

// checkNames finds collections that are named and do not exist.
func (a Access) checkNames() error {
	if _, ok := a.Collections[AllCollections]; ok {
		return corpus.Errorf(corpus.CodeUsage, "access: %q stands for every collection and cannot be one", AllCollections)
	}
	for group, names := range a.OIDC.Grants {
		for _, name := range names {
			if err := a.Known(name); err != nil {
				return corpus.Errorf(corpus.CodeUsage, "access: oidc.grants of %s: %w", group, err)
			}
		}
	}
	return nil
}

// Known reports a collection that does not exist.
func (a Access) Known(collection string) error {
	if _, ok := a.Collections[collection]; ok || collection == AllCollections {
		return nil
	}
	var names []string
	for name := range a.Collections {
		names = append(names, name)
	}
	slices.Sort(names)
	return corpus.Errorf(corpus.CodeUsage, "no collection %q: rapporteur.yaml has %s", collection, strings.Join(append(names, AllCollections), ", "))
}
