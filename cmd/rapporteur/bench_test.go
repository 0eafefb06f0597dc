package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkMainJob ingests real input and writes the report, as a user would,
// in processes of their own. It needs the folder of real data that
// RAPPORTEUR_SHARED names, and reports files, passages, seconds of ingest and
// of report, and the parent's peak memory in MiB.
func BenchmarkMainJob(b *testing.B) {
	shared := os.Getenv("RAPPORTEUR_SHARED")
	if shared == "" {
		b.Skip("RAPPORTEUR_SHARED names no folder of real data")
	}
	data := filepath.Join(shared, "data")
	for _, job := range []struct {
		name    string
		prepare func(b *testing.B, dir string) []string
	}{
		{"seed", func(b *testing.B, dir string) []string {
			return []string{"--meeting", "CWG-Internet-22", "--source", "Russian Federation", filepath.Join(data, "seed")}
		}},
		{"netmundial-government", func(b *testing.B, dir string) []string { return netmundial(b, data, dir, true) }},
		{"netmundial", func(b *testing.B, dir string) []string { return netmundial(b, data, dir, false) }},
		{"pdf-states", func(b *testing.B, dir string) []string { return []string{filepath.Join(data, "pdf", "states")} }},
		{"pdf-hostile", func(b *testing.B, dir string) []string { return []string{filepath.Join(data, "pdf", "hostile")} }},
		{"office", func(b *testing.B, dir string) []string { return []string{filepath.Join(data, "office")} }},
	} {
		b.Run(job.name, func(b *testing.B) {
			for b.Loop() {
				mainJob(b, b.TempDir(), job.prepare)
			}
		})
	}
}

func mainJob(b *testing.B, dir string, prepare func(*testing.B, string) []string) {
	space, out := filepath.Join(dir, "workspace"), filepath.Join(dir, "out")
	program(b, "init", space)
	args := append([]string{"-w", space, "ingest", "--json"}, prepare(b, dir)...)
	stdout, ingest, peak := program(b, args...)
	lines := strings.Split(strings.TrimSpace(stdout), "\n")
	var sum ingestSummary
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &sum); err != nil {
		b.Fatal(err)
	}
	_, report, _ := program(b, "-w", space, "report", "--out", out)
	verdict, verify, _ := program(b, "-w", space, "verify", filepath.Join(out, "report.json"))
	if !strings.Contains(verdict, ": 0 faults") {
		b.Fatalf("the report does not verify: %s", verdict)
	}
	b.ReportMetric(float64(sum.Files), "files")
	b.ReportMetric(float64(sum.Read), "read")
	b.ReportMetric(float64(sum.Passages), "passages")
	b.ReportMetric(ingest.Seconds(), "s-ingest")
	b.ReportMetric(report.Seconds(), "s-report")
	b.ReportMetric(verify.Seconds(), "s-verify")
	b.ReportMetric(peak, "MiB-parent")
}

// program runs the program and gives what it prints, its time and the peak
// memory of its own process, without that of its children.
func program(b *testing.B, args ...string) (string, time.Duration, float64) {
	b.Helper()
	exe, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(exe, args...)
	cmd.Args[0] = "rapporteur" // see TestMain
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	started := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	done := make(chan struct{})
	peak := make(chan float64)
	go func() { peak <- watchPeak(cmd.Process.Pid, done) }()
	err = cmd.Wait()
	close(done)
	if exit := cmd.ProcessState.ExitCode(); exit != exitDone && exit != exitGaps {
		b.Fatalf("%v: %v\n%s", args, err, stderr.String())
	}
	return stdout.String(), time.Since(started), <-peak
}

// watchPeak reads a process's high-water mark until done, in MiB.
func watchPeak(pid int, done <-chan struct{}) float64 {
	highest := 0.0
	for {
		if status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid)); err == nil {
			if _, rest, ok := strings.Cut(string(status), "VmHWM:"); ok {
				var kib float64
				if _, err := fmt.Sscanf(rest, "%f", &kib); err == nil {
					highest = max(highest, kib/1024)
				}
			}
		}
		select {
		case <-done:
			return highest
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// contribution is what the metadata of the NETmundial corpus say of one.
type contribution struct {
	ID           string   `json:"id"`
	Files        []string `json:"files"`
	Title        string   `json:"title"`
	Region       string   `json:"region"`
	Organization string   `json:"organization"`
	Sector       string   `json:"sector"`
}

// netmundial writes a sidecar from the metadata and gives the arguments. A form
// and its paper have one number. A government is known by its country; what
// only calls itself one, by its own name.
func netmundial(b *testing.B, data, dir string, governments bool) []string {
	b.Helper()
	body, err := os.ReadFile(filepath.Join(data, "netmundial", "metadata.json"))
	if err != nil {
		b.Fatal(err)
	}
	var all []contribution
	if err := json.Unmarshal(body, &all); err != nil {
		b.Fatal(err)
	}
	var sidecar bytes.Buffer
	rows := csv.NewWriter(&sidecar)
	rows.Write([]string{"file", "symbol", "meeting", "date", "source", "title"})
	path := filepath.Join(dir, "metadata.csv")
	args := []string{"--metadata", path}
	for _, c := range all {
		if governments && c.Sector != "Government" {
			continue
		}
		for _, f := range c.Files {
			rows.Write([]string{f, "NETmundial/" + c.ID, "NETmundial", "2014", c.source(), c.Title})
			args = append(args, filepath.Join(data, "netmundial", "all_contributions", f))
		}
	}
	rows.Flush()
	if err := os.WriteFile(path, sidecar.Bytes(), 0o644); err != nil {
		b.Fatal(err)
	}
	return args
}

func (c contribution) source() string {
	name := c.Organization
	for _, own := range []string{"IGF", "European Commission"} {
		if strings.Contains(c.Organization, own) {
			return name
		}
	}
	if c.Sector == "Government" {
		name = c.Region
	}
	return name
}
