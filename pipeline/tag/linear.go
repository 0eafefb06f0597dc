package tag

import "math"

// sample is one passage as the trainer sees it: features by index, ascending,
// with their values.
type sample struct {
	index []int32
	value []float64
}

// trainer fits logistic regressions with an L2 penalty by dual coordinate
// descent (Yu, Huang and Lin 2011). It visits samples in a fixed order and adds
// in a fixed order, so that the same samples give the same weights.
type trainer struct {
	samples []sample
	norms   []float64 // squared lengths
	size    int       // number of features
	rounds  int
}

func newTrainer(samples []sample, size, rounds int) *trainer {
	t := &trainer{samples: samples, size: size, rounds: rounds, norms: make([]float64, len(samples))}
	for i, s := range samples {
		for _, v := range s.value {
			t.norms[i] += float64(v * v)
		}
		t.norms[i]++ // the bias is a feature of value 1
	}
	return t
}

// fit gives weights and bias for labels y (true or false), with the cost of
// each sample; rows outside use are left out.
func (t *trainer) fit(y []bool, cost []float64) (weights []float64, bias float64) {
	weights = make([]float64, t.size)
	alpha := make([]float64, len(t.samples))
	order := make([]int, 0, len(t.samples))
	for i := range t.samples {
		if cost[i] > 0 {
			order = append(order, i)
			alpha[i] = min(0.001*cost[i], 1e-8*cost[i]+1e-9)
		}
	}
	for _, i := range order {
		bias += t.step(weights, i, sign(y[i])*alpha[i])
	}
	draw := shuffler(1305)
	for range t.rounds {
		draw.shuffle(order)
		largest := 0.0
		for _, i := range order {
			yi := sign(y[i])
			margin := yi * (t.dot(weights, i) + bias)
			next := solve(alpha[i], cost[i], margin, t.norms[i])
			change := next - alpha[i]
			alpha[i] = next
			bias += t.step(weights, i, yi*change)
			largest = max(largest, math.Abs(change)/cost[i])
		}
		if largest < 1e-3 {
			break
		}
	}
	return weights, bias
}

// solve minimises the dual of one sample over 0 < a < c by Newton's method.
func solve(a, c, margin, norm float64) float64 {
	z := a
	for range 12 {
		gradient := float64(norm*(z-a)) + margin + math.Log(z/(c-z))
		curve := norm + c/float64(z*(c-z))
		next := z - gradient/curve
		switch {
		case next <= 0:
			next = z * 0.1
		case next >= c:
			next = c - (c-z)*0.1
		}
		if math.Abs(next-z) < 1e-9*c {
			return next
		}
		z = next
	}
	return z
}

func (t *trainer) dot(weights []float64, i int) float64 {
	sum := 0.0
	s := &t.samples[i]
	for k, f := range s.index {
		sum += float64(weights[f] * s.value[k])
	}
	return sum
}

// step moves the weights along a sample and gives the move of the bias.
func (t *trainer) step(weights []float64, i int, by float64) float64 {
	s := &t.samples[i]
	for k, f := range s.index {
		weights[f] += float64(by * s.value[k])
	}
	return by
}

func sign(y bool) float64 {
	if y {
		return 1
	}
	return -1
}

// shuffler is a linear congruential generator: the same order everywhere.
type shuffler uint64

func (s *shuffler) shuffle(order []int) {
	for i := len(order) - 1; i > 0; i-- {
		*s = *s*6364136223846793005 + 1442695040888963407
		j := int(uint64(*s>>33) % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
}
