package workspace

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/goccy/go-yaml"

	"rapporteur/corpus"
)

// historyOff is the setting under which searches are not remembered.
const historyOff = "off"

const settingsFile = "rapporteur.yaml"

const settingsTemplate = `# Settings of this workspace. Every key may be left out; an unknown one is an error.
# meeting: CWG-Internet-22   # the meeting of files that name none
# jobs: 2                    # files read at a time; the processor's cores by default
# history: off               # "search history" remembers the last 1,000 searches unless this is off
# folders: [/srv/received]   # folders that a job started in a browser may read
# access:                    # who may use the pages; without it, whoever sits at this machine
#   login: local             # "rapporteur users" keeps the names; or oidc, with an oidc: block
#   certificate: server.pem  # TLS, needed where other machines are served
#   key: server.key
#   collections:             # what a user may see, where not everybody may see everything
#     open: {bodies: [CWG-Internet]}
`

// Settings are what a workspace's rapporteur.yaml may say.
type Settings struct {
	// Meeting is that of files that name none, where no flag tells it.
	Meeting string `yaml:"meeting"`
	// Jobs is how many files are read at a time; 0 means one for each core.
	Jobs int `yaml:"jobs"`
	// History is "on", or "off" where searches are not remembered; "" is on.
	History string `yaml:"history"`
	// Folders are those from which a job started in a browser may read,
	// relative to the workspace.
	Folders []string `yaml:"folders"`
	Access  Access   `yaml:"access"`
}

// ReadSettings reads a workspace's settings; a workspace without the file has
// the zero value.
func ReadSettings(dir string) (Settings, error) {
	var s Settings
	path := filepath.Join(dir, settingsFile)
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, err
	}
	if err := yaml.UnmarshalWithOptions(data, &s, yaml.Strict()); err != nil {
		return s, corpus.Errorf(corpus.CodeUsage, "%s: %s", path, yaml.FormatError(err, false, true))
	}
	if s.History != "" && s.History != "on" && s.History != historyOff {
		return s, corpus.Errorf(corpus.CodeUsage, "%s: history is %q: write on or off", path, s.History)
	}
	if err := s.Access.check(); err != nil {
		return s, corpus.Errorf(corpus.CodeUsage, "%s: %w", path, err)
	}
	return s, nil
}
