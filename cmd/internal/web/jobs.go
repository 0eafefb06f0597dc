package web

import (
	"context"
	"net/http"
	"strconv"

	"rapporteur/cmd/internal/access"
	"rapporteur/cmd/internal/jobs"
	"rapporteur/corpus"
	"rapporteur/corpus/store"
)

// jobsPage lists the background work and takes files.
type jobsPage struct {
	Tasks   []jobRow
	Folders []string
	// MostFiles and MostMiB are the bounds of one upload.
	MostFiles int
	MostMiB   int64
	// Live is set while something waits or runs: the list is asked for again.
	Live bool
}

// jobRow is one task in the list.
type jobRow struct {
	jobs.Task
	// Minutes and Seconds are how long it takes still, both 0 where not known.
	Minutes, Seconds int
	// Share is how much is done, in thousandths.
	Share int
}

// jobPage is one task with its files.
type jobPage struct {
	jobRow
	Running bool
}

func (s *Server) jobs(r *http.Request) (response, error) {
	tasks, err := s.options.Jobs.Tasks(r.Context())
	if err != nil {
		return nil, err
	}
	folders, err := s.options.Jobs.Folders()
	if err != nil {
		return nil, err
	}
	limits := s.options.Jobs.Limits()
	page := jobsPage{Folders: folders, MostFiles: limits.Files, MostMiB: limits.FileBytes >> 20}
	for _, t := range tasks {
		page.Tasks = append(page.Tasks, rowOf(t))
		page.Live = page.Live || !t.State.Ended()
	}
	v := view{name: "jobs", page: page}
	if r.Header.Get("HX-Request") != "" {
		v.part = "tasks"
	}
	return v, nil
}

func rowOf(t jobs.Task) jobRow {
	row := jobRow{Task: t, Minutes: int(t.Left.Minutes()), Seconds: int(t.Left.Seconds()) % 60}
	if n := t.Total(); n > 0 {
		row.Share = t.Finished() * 1000 / n
	}
	if t.State == store.TaskDone {
		row.Share = 1000
	}
	return row
}

// job is the task that the address names; a user without the right to bring
// files in sees only his own reports elsewhere.
func (s *Server) task(ctx context.Context, r *http.Request) (jobs.Task, error) {
	id, err := strconv.Atoi(r.PathValue("id"))
	if err != nil {
		return jobs.Task{}, corpus.Errorf(corpus.CodeNotFound, "no task %q", r.PathValue("id"))
	}
	return s.options.Jobs.Task(ctx, id)
}

func (s *Server) job(r *http.Request) (response, error) {
	t, err := s.task(r.Context(), r)
	if err != nil {
		return nil, err
	}
	v := view{name: "job", page: jobPage{jobRow: rowOf(t), Running: !t.State.Ended()}}
	if r.Header.Get("HX-Request") != "" {
		v.part = "task"
	}
	return v, nil
}

// send takes files, as they arrive.
func (s *Server) send(r *http.Request) (response, error) {
	parts, err := r.MultipartReader()
	if err != nil {
		return nil, corpus.Errorf(corpus.CodeUsage, "the form holds no files: %w", err)
	}
	id, err := s.options.Jobs.Receive(r.Context(), access.From(r.Context()).Name, parts)
	if err != nil {
		return nil, err
	}
	return redirect{jobPath(id)}, nil
}

func jobPath(id int) string { return "/jobs/" + strconv.Itoa(id) }

func (s *Server) retryJob(r *http.Request) (response, error) {
	return s.change(r, s.options.Jobs.Retry)
}

func (s *Server) cancelJob(r *http.Request) (response, error) {
	return s.change(r, s.options.Jobs.Cancel)
}

func (s *Server) change(r *http.Request, how func(context.Context, int) error) (response, error) {
	t, err := s.task(r.Context(), r)
	if err != nil {
		return nil, err
	}
	return redirect{jobPath(t.ID)}, how(r.Context(), t.ID)
}
