package web

import "sync"

// prepared keeps what is made of a comparison for all who ask for it: each value
// is made once, by the first. Its keys must be few, for it forgets nothing; it
// goes with its comparison.
type prepared[K comparable, V any] struct {
	mu   sync.Mutex
	made map[K]V
}

// get gives the value of a key. Others wait while one is being made.
func (p *prepared[K, V]) get(key K, make func() (V, error)) (V, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if v, ok := p.made[key]; ok {
		return v, nil
	}
	v, err := make()
	if err != nil {
		return v, err
	}
	if p.made == nil {
		p.made = map[K]V{}
	}
	p.made[key] = v
	return v, nil
}
