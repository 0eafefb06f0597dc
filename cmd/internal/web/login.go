package web

import (
	"errors"
	"net/http"

	"rapporteur/cmd/internal/access"
	"rapporteur/corpus"
)

// loginPage asks who somebody is.
type loginPage struct {
	// Provider is set where the organisation's provider says so.
	Provider bool
	// To is the page that was wanted.
	To string
	// Failed is the message for a login that failed, in its section, "" for none;
	// Minutes is how long to wait, where one has to.
	Failed  string
	Minutes int
}

func (s *Server) loginForm(r *http.Request) (response, error) {
	a := s.options.Access
	if a == nil || a.LoginKind() == "" {
		return nil, corpus.Errorf(corpus.CodeNotFound, "nobody needs to log in here")
	}
	if access.From(r.Context()).Login {
		return redirect{access.Back(r.FormValue("to"))}, nil
	}
	return view{name: "login", page: loginPage{Provider: a.LoginKind() == "oidc", To: access.Back(r.FormValue("to"))}}, nil
}

// login takes a name and a password.
func (s *Server) login(r *http.Request) (response, error) {
	a := s.options.Access
	if a == nil || a.LoginKind() != "local" {
		return nil, corpus.Errorf(corpus.CodeNotFound, "there are no passwords here")
	}
	page := loginPage{To: access.Back(r.PostFormValue("to"))}
	err := a.Login(r, r.PostFormValue("name"), r.PostFormValue("password"))
	var later *access.TooManyError
	switch {
	case err == nil:
		return redirect{page.To}, nil
	case errors.As(err, &later):
		page.Failed, page.Minutes = "wait", int(later.After.Minutes())+1
		return view{name: "login", status: http.StatusTooManyRequests, page: page}, nil
	case errors.Is(err, access.ErrLogin):
		page.Failed = "failed"
		return view{name: "login", status: http.StatusForbidden, page: page}, nil
	}
	return nil, err
}

// askProvider sends somebody to the organisation's provider.
func (s *Server) askProvider(r *http.Request) (response, error) {
	a := s.options.Access
	if a == nil || a.LoginKind() != "oidc" {
		return nil, corpus.Errorf(corpus.CodeNotFound, "there is no provider here")
	}
	return provider{r.PostFormValue("to")}, nil
}

type provider struct{ to string }

func (p provider) write(s *Server, w http.ResponseWriter, r *http.Request) error {
	return s.options.Access.Begin(w, r, p.to)
}

// hearProvider takes the provider's answer.
func (s *Server) hearProvider(r *http.Request) (response, error) {
	a := s.options.Access
	if a == nil || a.LoginKind() != "oidc" {
		return nil, corpus.Errorf(corpus.CodeNotFound, "there is no provider here")
	}
	to, err := a.Finish(r)
	page := loginPage{Provider: true, To: "/"}
	switch {
	case err == nil:
		return redirect{to}, nil
	case errors.Is(err, access.ErrNoRole):
		page.Failed = "no_role"
	case errors.Is(err, access.ErrLogin):
		page.Failed = "refused"
	default:
		return nil, err
	}
	return view{name: "login", status: http.StatusForbidden, page: page}, nil
}

func (s *Server) logout(r *http.Request) (response, error) {
	if a := s.options.Access; a != nil {
		if err := a.Logout(r); err != nil {
			return nil, err
		}
	}
	return redirect{"/"}, nil
}

// Deny answers a request that may not be.
func (s *Server) Deny(w http.ResponseWriter, r *http.Request, status int) {
	page := problemPage{Status: status, Key: "problem.denied"}
	if err := (view{name: "problem", status: status, page: page}).write(s, w, r); err != nil {
		s.options.Log.Error("error page failed", "path", r.URL.Path, "error", err.Error())
		http.Error(w, http.StatusText(status), status)
	}
}
