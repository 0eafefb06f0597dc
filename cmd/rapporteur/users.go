package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/workspace"
	"rapporteur/corpus"
)

func newUsers(a *app, g *globalOptions) *cobra.Command {
	c := &cobra.Command{
		Use:   "users add|remove|list|passwd",
		Short: "Keep the users file of the pages",
		Long: `Keeps users.yaml of the workspace: who may log in to the pages where
rapporteur.yaml says "access: {login: local}". Passwords are kept as argon2id
hashes; they are asked for on a terminal, or read from standard input as one line.
A running server sees every change at once.

Roles: a reader searches and reads; an analyst also decides on claims and builds
reports; the secretariat also brings files in and sees who decided what.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return corpus.Errorf(corpus.CodeUsage, "users needs add, remove, list or passwd; see \"rapporteur users --help\"")
		},
	}
	c.AddCommand(newUsersAdd(a, g), newUsersRemove(a, g), newUsersList(a, g), newUsersPasswd(a, g))
	return c
}

func newUsersAdd(a *app, g *globalOptions) *cobra.Command {
	var account access.Account
	c := &cobra.Command{
		Use:   "add NAME",
		Short: "Add a user, or change the role and collections of one",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			account.Name = args[0]
			return a.addUser(g.workspace, account)
		},
	}
	f := c.Flags()
	f.StringVar(&account.Role, "role", access.Reader.String(), "reader, analyst or secretariat")
	f.StringSliceVar(&account.Collections, "collection", []string{workspace.AllCollections}, "collection of rapporteur.yaml that the user sees")
	return c
}

// addUser keeps the password of a user who is there.
func (a *app) addUser(dir string, account access.Account) error {
	settings, err := workspace.ReadSettings(dir)
	if err != nil {
		return err
	}
	for _, name := range account.Collections {
		if err := settings.Access.Known(name); err != nil {
			return err
		}
	}
	if _, err := access.ParseRole(account.Role); err != nil {
		return err
	}
	users, err := access.ReadUsers(dir)
	if err != nil {
		return err
	}
	done := "changed"
	if old, ok := users.Find(account.Name); ok {
		account.Hash = old.Hash
	} else if account.Hash, err = a.askPassword(); err != nil {
		return err
	} else {
		done = "added"
	}
	if err := access.WriteUsers(dir, users.Put(account)); err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.out, "%s %s: %s, %s\n", account.Name, done, account.Role, strings.Join(account.Collections, ", "))
	return err
}

func newUsersRemove(a *app, g *globalOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "remove NAME",
		Short: "Remove a user; his decisions stay in the log",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.changeUser(g.workspace, args[0], "removed", func(users access.Users, old access.Account) (access.Users, error) {
				return users.Without(old.Name), nil
			})
		},
	}
}

func newUsersPasswd(a *app, g *globalOptions) *cobra.Command {
	return &cobra.Command{
		Use:   "passwd NAME",
		Short: "Set a user's password; ends the user's sessions",
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.changeUser(g.workspace, args[0], "has a new password", func(users access.Users, old access.Account) (access.Users, error) {
				var err error
				old.Hash, err = a.askPassword()
				return users.Put(old), err
			})
		},
	}
}

// changeUser changes the file with what change makes of a user who is there.
func (a *app) changeUser(dir, name, done string, change func(access.Users, access.Account) (access.Users, error)) error {
	users, err := access.ReadUsers(dir)
	if err != nil {
		return err
	}
	old, ok := users.Find(name)
	if !ok {
		return corpus.Errorf(corpus.CodeNotFound, "no user %s: \"rapporteur users list\" shows them", name)
	}
	if users, err = change(users, old); err != nil {
		return err
	}
	if err := access.WriteUsers(dir, users); err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.out, "%s %s\n", name, done)
	return err
}

func newUsersList(a *app, g *globalOptions) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "list",
		Short: "List the users with their roles and collections",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			users, err := access.ReadUsers(g.workspace)
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(a.out, append(access.Users{}, users...))
			}
			t := newTable(a.out, []int{0, 0, 60}, "User", "Role", "Collections")
			for _, u := range users {
				t.AppendRow([]any{u.Name, u.Role, strings.Join(u.Collections, ", ")})
			}
			t.Render()
			fmt.Fprintln(a.out, plural(len(users), "user", "users"))
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

// askPassword gives the hash of a password: asked for twice, unseen, on a
// terminal; one line of standard input elsewhere.
func (a *app) askPassword() (string, error) {
	in, ok := a.in.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		line, err := bufio.NewReader(io.LimitReader(a.in, 4096)).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return "", err
		}
		return access.HashPassword(strings.TrimRight(line, "\r\n"))
	}
	var said [2]string
	for i, prompt := range []string{"Password: ", "Again: "} {
		fmt.Fprint(a.err, prompt)
		data, err := term.ReadPassword(int(in.Fd()))
		fmt.Fprintln(a.err)
		if err != nil {
			return "", err
		}
		said[i] = string(data)
	}
	if said[0] != said[1] {
		return "", corpus.Errorf(corpus.CodeUsage, "the two are not the same: nothing is changed")
	}
	return access.HashPassword(said[0])
}
