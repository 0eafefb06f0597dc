// Package access says who may do what in the pages.
//
// Without settings there is one person at one machine: only loopback is
// served, nobody logs in, and that person may do everything. For an
// organisation rapporteur.yaml chooses a users file of its own (argon2id) or an
// OpenID Connect provider; then every request has a user with a role and the
// collections that he may see.
//
//	a, err := access.New(access.Config{Settings: settings.Access, Dir: dir, …})
//	mux.Handle("POST /review", a.Require(access.Analyst)(decide))
//	http.Serve(l, a.Wrap(mux))
//	user := access.From(r.Context())
//
// [Access.Wrap] stands around everything: the check of the host name, the refusal of requests that other sites send, the session, the
// user. [Access.Require] stands before one route. What a user may not do is
// answered with 403; a document that he may not see is answered with 404 by the
// page, for [User.Sees] says so: that it exists is none of his business.
//
// No message of this package holds a password, a cookie, a code or a token.
package access
