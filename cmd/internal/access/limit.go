package access

import (
	"maps"
	"sync"
	"time"
)

// What a login may fail within the window: from one address under one name,
// from one address, and under one name from anywhere. The last is high, so that
// nobody can lock another out from a single machine.
const (
	window       = 15 * time.Minute
	failsOfPair  = 5
	failsOfHost  = 30
	failsOfName  = 100
	mostCounters = 10_000
)

// limiter counts failed logins; a success forgets those of its pair.
type limiter struct {
	now func() time.Time

	mu       sync.Mutex
	counters map[string]counter
}

// counter is how often something failed since its first failure.
type counter struct {
	fails int
	since time.Time
}

// keys are what a login is counted under, each with its limit.
func keys(host, name string) map[string]int {
	return map[string]int{"pair " + host + " " + name: failsOfPair, "host " + host: failsOfHost, "name " + name: failsOfName}
}

// wait says how long a login has to wait, 0 for not at all.
func (l *limiter) wait(host, name string) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	var longest time.Duration
	for key, limit := range keys(host, name) {
		if c, ok := l.counters[key]; ok && c.fails >= limit {
			longest = max(longest, c.since.Add(window).Sub(l.now()))
		}
	}
	return longest
}

// failed counts a failure.
func (l *limiter) failed(host, name string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for key := range keys(host, name) {
		c, ok := l.counters[key]
		if !ok || l.now().Sub(c.since) > window {
			l.makeRoom()
			c = counter{since: l.now()}
		}
		c.fails++
		l.counters[key] = c
	}
}

// succeeded forgets the failures of a pair.
func (l *limiter) succeeded(host, name string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.counters, "pair "+host+" "+name)
}

// makeRoom drops what is over, then what has failed once only, then all: the
// counters of guesses at one name are the last to go.
func (l *limiter) makeRoom() {
	for _, drop := range []func(counter) bool{
		func(c counter) bool { return l.now().Sub(c.since) > window },
		func(c counter) bool { return c.fails <= 1 },
		func(counter) bool { return true },
	} {
		if len(l.counters) < mostCounters {
			return
		}
		maps.DeleteFunc(l.counters, func(_ string, c counter) bool { return drop(c) })
	}
}
