// Package libreoffice has the LibreOffice that is installed, if any, convert a
// file: old formats for the readers, a report to PDF for the renderer.
//
// The program runs without a screen, with a profile of its own that is thrown
// away, and is ended with all its children when its time is up. It is optional:
// [Find] says whether it is there, [Install] what brings it.
package libreoffice

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// Install is the command that brings LibreOffice on Debian.
const Install = "apt install libreoffice-writer-nogui fonts-noto-core fonts-noto-cjk"

// ErrMissing says that LibreOffice is not installed.
var ErrMissing = errors.New("LibreOffice is not installed: " + Install)

// maxSaid is how much of what LibreOffice printed goes into an error, in bytes.
const maxSaid = 500

// Find gives the program's path, or [ErrMissing].
func Find() (string, error) {
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrMissing
}

// Convert turns a file into another format. Extension is that of the file as
// it is ("doc"), target that of the file to make ("docx") and filter what
// LibreOffice calls the way to make it, with its options; the target alone will
// mostly do.
func Convert(ctx context.Context, data []byte, extension, target, filter string) ([]byte, error) {
	program, err := Find()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "rapporteur-office-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "file."+extension)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		return nil, err
	}
	said, err := run(ctx, program, dir, file, filter)
	if err != nil {
		return nil, fault(ctx, target, err, said)
	}
	out, err := os.ReadFile(filepath.Join(dir, "file."+target))
	if err != nil { // it reports success where it could not load the file
		return nil, fault(ctx, target, errors.New("it wrote no "+strings.ToUpper(target)), said)
	}
	return out, nil
}

// run gives what LibreOffice printed.
func run(ctx context.Context, program, dir, file, filter string) (string, error) {
	profile := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, "profile"))}
	cmd := exec.CommandContext(ctx, program, "-env:UserInstallation="+profile.String(),
		"--headless", "--norestore", "--nolockcheck", "--convert-to", filter, "--outdir", dir, file)
	cmd.Env = append(os.Environ(), "HOME="+dir, "SAL_USE_VCLPLUGIN=svp")
	cmd.Dir = dir
	cmd.WaitDelay = 5 * time.Second
	ownGroup(cmd)
	out, err := cmd.CombinedOutput()
	return strings.TrimSpace(string(out)), err
}

func fault(ctx context.Context, target string, err error, said string) error {
	if ctx.Err() != nil {
		return fmt.Errorf("LibreOffice was ended before the %s was ready: %w", strings.ToUpper(target), ctx.Err())
	}
	if len(said) > maxSaid {
		said = said[:maxSaid] + " …"
	}
	return fmt.Errorf("LibreOffice could not make the %s (%w): %s", strings.ToUpper(target), err, said)
}
