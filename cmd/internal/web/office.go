package web

// officeRoutes are those of the office behind the pages: what is decided, what
// is brought in, and how the house fares.
func officeRoutes() []Route {
	return []Route{
		{Pattern: "GET /review", Role: Analyst, nav: "nav.review", view: "review", page: reviewPage{}, serve: (*Server).review},
		{Pattern: "POST /review/decide", Role: Analyst, serve: (*Server).decide},
		{Pattern: "POST /review/undo", Role: Analyst, serve: (*Server).undo},
		{Pattern: "GET /jobs", Role: Secretariat, nav: "nav.jobs", view: "jobs", page: jobsPage{}, serve: (*Server).jobs},
		{Pattern: "POST /jobs", Role: Secretariat, serve: (*Server).send, upload: true},
		{Pattern: "GET /jobs/{id}", Role: Secretariat, view: "job", page: jobPage{}, serve: (*Server).job},
		{Pattern: "POST /jobs/{id}/retry", Role: Secretariat, serve: (*Server).retryJob},
		{Pattern: "POST /jobs/{id}/cancel", Role: Secretariat, serve: (*Server).cancelJob},
		{Pattern: "GET /codebook", Role: Reader, nav: "nav.codebook", view: "codebook", page: codebookPage{}, serve: (*Server).codebook},
		{Pattern: "POST /codebook", Role: Reader, serve: (*Server).codebook},
		{Pattern: "GET /audit", Role: Secretariat, nav: "nav.audit", view: "audit", page: auditPage{}, serve: (*Server).audit},
		{Pattern: "GET /metrics", Role: Anyone, serve: (*Server).metricsPage},
	}
}
