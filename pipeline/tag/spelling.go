package tag

import "sync"

// mostSpelt is how many words a model remembers the letter groups of.
const mostSpelt = 1 << 16

// spelling remembers which rows of a model the letter groups of a word are. It
// may be shared by goroutines.
type spelling struct {
	mu   sync.RWMutex
	rows map[string][]int32
}

// spelt gives the rows of a word's letter groups; a nil model knows none.
func (m *Model) spelt(fold string) (rows []int32, known bool) {
	if m == nil {
		return nil, false
	}
	m.words.mu.RLock()
	defer m.words.mu.RUnlock()
	rows, known = m.words.rows[fold]
	return rows, known
}

func (m *Model) learnSpelling(fold string, letters []feature) {
	if m == nil {
		return
	}
	rows := make([]int32, len(letters))
	for i := range letters {
		rows[i] = letters[i].row
	}
	m.words.mu.Lock()
	defer m.words.mu.Unlock()
	if m.words.rows == nil {
		m.words.rows = map[string][]int32{}
	}
	if len(m.words.rows) < mostSpelt {
		m.words.rows[fold] = rows
	}
}
