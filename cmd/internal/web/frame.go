package web

import (
	"net/http"
	"strings"

	"golang.org/x/text/language"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/render"
	"rapporteur/corpus"
)

// frame is what surrounds every page.
type frame struct {
	// View is the page's name, Language that of the interface.
	View, Language string
	// Here is the page's address, to come back to.
	Here string
	Nav  []navigation
	// Languages are those of the interface, in the order in which ITU lists them.
	Languages []string
	// Person is who is logged in, "" where nobody needs to be.
	Person string
	// Login is set where somebody could log in and has not.
	Login bool
}

// navigation is one entry of the navigation.
type navigation struct {
	Key, Path string
	Current   bool
}

const languageCookie = "rapporteur-language"

func (s *Server) frame(r *http.Request, view string) frame {
	f := frame{View: view, Language: s.language(r), Here: r.URL.RequestURI(), Languages: interfaceLanguages()}
	user := access.From(r.Context())
	if user.Login {
		f.Person = user.Name
	}
	f.Login = user.Role == access.Nobody
	for _, route := range Routes() {
		if route.nav != "" && user.May(route.Role) {
			f.Nav = append(f.Nav, navigation{Key: route.nav, Path: route.Path(), Current: route.view == view})
		}
	}
	return f
}

// Direction is that of the page.
func (f frame) Direction() string { return render.Direction(f.Language) }

func interfaceLanguages() []string { return []string{"ar", "zh", "en", "fr", "ru", "es"} }

// language is what was chosen, else what the browser asks for, else English.
func (s *Server) language(r *http.Request) string {
	if c, err := r.Cookie(languageCookie); err == nil && corpus.LanguageLetter(c.Value) != "" {
		return c.Value
	}
	wanted, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	if err == nil {
		for _, tag := range wanted {
			if base, _ := tag.Base(); corpus.LanguageLetter(base.String()) != "" {
				return base.String()
			}
		}
	}
	return "en"
}

// chooseLanguage keeps the language of the interface in a cookie.
func (s *Server) chooseLanguage(r *http.Request) (response, error) {
	code := r.PostFormValue("language")
	if corpus.LanguageLetter(code) == "" {
		return nil, corpus.Errorf(corpus.CodeUsage, "no interface language %q", code)
	}
	return languageChosen{code: code, back: localPath(r.PostFormValue("back")), secure: r.TLS != nil}, nil
}

type languageChosen struct {
	code, back string
	secure     bool
}

func (c languageChosen) write(s *Server, w http.ResponseWriter, r *http.Request) error {
	http.SetCookie(w, &http.Cookie{
		Name: languageCookie, Value: c.code, Path: "/", MaxAge: 365 * 24 * 3600,
		HttpOnly: true, Secure: c.secure, SameSite: http.SameSiteLaxMode,
	})
	return redirect{c.back}.write(s, w, r)
}

// localPath keeps a form from sending the browser elsewhere.
func localPath(path string) string {
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\r\n") {
		return "/"
	}
	return path
}
