package web

import (
	"net/http"

	"rapporteur/cmd/internal/access"
)

// The least role that a route needs.
const (
	Anyone      = access.Nobody      // also before login
	Reader      = access.Reader      // looks at everything that the user's collections hold
	Analyst     = access.Analyst     // decides on tags, corrects headers, saves searches, builds reports
	Secretariat = access.Secretariat // ingests, sees who did what
)

// Route is one line of the site map.
type Route struct {
	// Pattern is one of [http.ServeMux], with its method.
	Pattern string
	// Role is the least that is needed.
	Role access.Role
	// nav is the message key of the route's place in the navigation, "" for none.
	nav string
	// page is the zero value of what the route's template shows, nil where it has
	// none; view names the template.
	view  string
	page  any
	serve func(*Server, *http.Request) (response, error)
	// upload is set where files are sent: their bounds are those of jobs.
	upload bool
}

// Routes is the site map.
func Routes() []Route {
	return append([]Route{
		{Pattern: "GET /{$}", Role: Reader, view: "home", page: homePage{}, serve: (*Server).home},
		{Pattern: "GET /search", Role: Reader, nav: "nav.search", view: "search", page: searchPage{}, serve: (*Server).search},
		{Pattern: "POST /search/saved", Role: Analyst, serve: (*Server).saveSearch},
		{Pattern: "POST /search/forget", Role: Analyst, serve: (*Server).forgetSearch},
		{Pattern: "POST /chosen", Role: Analyst, serve: (*Server).choose},
		{Pattern: "GET /theme/{theme}", Role: Reader, view: "theme", page: themePage{}, serve: (*Server).theme},
		{Pattern: "GET /matrix", Role: Reader, nav: "nav.matrix", view: "matrix", page: matrixPage{}, serve: (*Server).matrix},
		{Pattern: "GET /matrix.svg", Role: Reader, view: "matrixpicture", page: picturedMatrix{}, serve: (*Server).matrixSVG},
		{Pattern: "GET /matrix.xlsx", Role: Reader, serve: (*Server).matrixWorkbook},
		{Pattern: "GET /report", Role: Reader, nav: "nav.report", view: "report", page: reportPage{}, serve: (*Server).report},
		{Pattern: "GET /report/built", Role: Reader, serve: (*Server).built},
		{Pattern: "GET /report/{id}/{name}", Role: Reader, serve: (*Server).reportFile},
		{Pattern: "POST /report", Role: Analyst, serve: (*Server).build},
		{Pattern: "GET /submission/{ref...}", Role: Reader, view: "submission", page: submissionPage{}, serve: (*Server).submission},
		{Pattern: "POST /correct/{ref...}", Role: Analyst, serve: (*Server).correct},
		{Pattern: "GET /page/{page}/{ref...}", Role: Reader, serve: (*Server).pageImage},
		{Pattern: "GET /original/{ref...}", Role: Reader, serve: (*Server).original},
		{Pattern: "GET /login", Role: Anyone, view: "login", page: loginPage{}, serve: (*Server).loginForm},
		{Pattern: "POST /login", Role: Anyone, serve: (*Server).login},
		{Pattern: "POST /login/provider", Role: Anyone, serve: (*Server).askProvider},
		{Pattern: "GET /login/callback", Role: Anyone, serve: (*Server).hearProvider},
		{Pattern: "POST /logout", Role: Anyone, serve: (*Server).logout},
		{Pattern: "POST /language", Role: Anyone, serve: (*Server).chooseLanguage},
		{Pattern: "GET /healthz", Role: Anyone, serve: (*Server).health},
	}, officeRoutes()...)
}

// Path is the pattern without its method.
func (r Route) Path() string { return r.Pattern[len(r.Method())+1:] }

// Method is the pattern's method.
func (r Route) Method() string {
	for i := range r.Pattern {
		if r.Pattern[i] == ' ' {
			return r.Pattern[:i]
		}
	}
	return http.MethodGet
}
