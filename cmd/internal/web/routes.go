package web

import "net/http"

// Role is what somebody may do; each holds the ones before it.
type Role string

// The roles.
const (
	Anyone      Role = ""            // also before login
	Reader      Role = "reader"      // looks at everything
	Analyst     Role = "analyst"     // decides on tags, saves searches, builds reports
	Secretariat Role = "secretariat" // ingests, corrects headers, sees who did what
)

// Roles gives every role, the least first.
func Roles() []Role { return []Role{Anyone, Reader, Analyst, Secretariat} }

// Route is one line of the site map.
type Route struct {
	// Pattern is one of [http.ServeMux], with its method.
	Pattern string
	// Role is the least that is needed.
	Role Role
	// nav is the message key of the route's place in the navigation, "" for none.
	nav string
	// page is the zero value of what the route's template shows, nil where it has
	// none; view names the template.
	view  string
	page  any
	serve func(*Server, *http.Request) (response, error)
}

// Routes is the site map.
func Routes() []Route {
	return []Route{
		{Pattern: "GET /{$}", Role: Reader, view: "home", page: homePage{}, serve: (*Server).home},
		{Pattern: "GET /search", Role: Reader, nav: "nav.search", view: "search", page: searchPage{}, serve: (*Server).search},
		{Pattern: "POST /language", Role: Anyone, serve: (*Server).chooseLanguage},
		{Pattern: "GET /healthz", Role: Anyone, serve: (*Server).health},
	}
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
