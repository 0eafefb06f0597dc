package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

const (
	// guestPages bounds PDFium's memory: 8,192 pages of 64 KiB are 512 MiB.
	guestPages = 8192
	// startLimit bounds the making of one instance, compilation included.
	startLimit = time.Minute
)

// Reader reads PDFs with PDFium, which it holds as a compiled WebAssembly module.
// Each document gets an instance of its own, so that none sees what another left
// behind. A Reader is safe for concurrent use; a process needs no more than one.
type Reader struct {
	pool pdfium.Pool
}

// NewReader compiles PDFium, which takes seconds, or takes it from cacheDir,
// which takes a fifth of one. The folder is made where it is missing; "" means no
// cache. PDFium sees no files, and what it prints is dropped.
func NewReader(cacheDir string) (*Reader, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(guestPages)
	if cacheDir != "" {
		cache, err := wazero.NewCompilationCacheWithDir(cacheDir)
		if err != nil {
			return nil, fmt.Errorf("open the cache of compiled code %s: %w", cacheDir, err)
		}
		config = config.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{
		MaxTotal:      2,
		FSConfig:      wazero.NewFSConfig(),
		RuntimeConfig: config,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	return &Reader{pool: pool}, nil
}

// Close frees the compiled module.
func (r *Reader) Close() error { return r.pool.Close() }

// open makes an instance and a guest over it. The caller closes the guest.
func (r *Reader) open() (*guest, error) {
	instance, err := r.pool.GetInstance(startLimit)
	if err != nil {
		return nil, fmt.Errorf("start an instance of PDFium: %w", err)
	}
	g, err := newGuest(instance)
	if err != nil {
		_ = instance.Close()
		return nil, err
	}
	return g, nil
}

// guest calls PDFium's exported functions. go-pdfium's own requests cost an
// allocation and several calls for each letter, so letters are read with the
// functions themselves and one scratch buffer in the guest's memory.
//
// The first error sticks: later calls do nothing and give 0, and err says what
// went wrong. After an error the guest's memory is not to be trusted.
type guest struct {
	instance pdfium.Pdfium
	lookup   func(string) api.Function
	memory   api.Memory
	// scratch points to 64 bytes of the guest's memory for results.
	scratch uint64
	stack   [16]uint64
	known   map[string]api.Function
	err     error
}

// functions is the part of go-pdfium's implementation that is used here.
type functions interface {
	Fn(name string) api.Function
}

func newGuest(instance pdfium.Pdfium) (*guest, error) {
	impl := instance.GetImplementation()
	f, ok := impl.(functions)
	module := moduleOf(impl)
	if !ok || module == nil {
		return nil, errors.New("this version of go-pdfium hides its WebAssembly module; use the version that go.mod names")
	}
	g := &guest{instance: instance, lookup: f.Fn, memory: module.Memory(), known: map[string]api.Function{}}
	g.scratch = g.call("malloc", 64)
	if g.err == nil && g.scratch == 0 {
		g.err = errGuestMemory
	}
	return g, g.err
}

// moduleOf gives the exported field Module of go-pdfium's implementation, whose
// type cannot be named outside it.
func moduleOf(impl any) api.Module {
	v := reflect.ValueOf(impl)
	if v.Kind() != reflect.Pointer || v.Elem().Kind() != reflect.Struct {
		return nil
	}
	field := v.Elem().FieldByName("Module")
	if !field.IsValid() || !field.CanInterface() {
		return nil
	}
	module, _ := field.Interface().(api.Module)
	return module
}

var errGuestMemory = errors.New("PDFium is out of memory")

// close drops the instance with all its memory.
func (g *guest) close() {
	defer func() { _ = recover() }()
	_ = g.instance.Close()
}

// function finds an exported function; looking one up is dear.
func (g *guest) function(name string) api.Function {
	f := g.known[name]
	if f == nil {
		f = g.lookup(name)
		g.known[name] = f
	}
	return f
}

// call calls an exported function by name.
func (g *guest) call(name string, params ...uint64) uint64 {
	f := g.function(name)
	if f == nil {
		if g.err == nil {
			g.err = fmt.Errorf("PDFium has no function %s", name)
		}
		return 0
	}
	return g.do(f, params...)
}

// do calls f with params and gives its result.
func (g *guest) do(f api.Function, params ...uint64) uint64 {
	if g.err != nil {
		return 0
	}
	g.stack[0] = 0
	copy(g.stack[:], params)
	if err := f.CallWithStack(context.Background(), g.stack[:]); err != nil {
		g.err = fmt.Errorf("PDFium: %w", err)
		return 0
	}
	return g.stack[0]
}

// double and float read scratch memory, offset in bytes.
func (g *guest) double(offset uint32) float64 {
	v, _ := g.memory.ReadFloat64Le(uint32(g.scratch) + offset)
	return v
}

func (g *guest) float(offset uint32) float32 {
	v, _ := g.memory.ReadFloat32Le(uint32(g.scratch) + offset)
	return v
}

// put copies data into the guest's memory; 0 where there is no room.
func (g *guest) put(data []byte) uint64 {
	at := g.call("malloc", uint64(len(data)))
	if at == 0 || !g.memory.Write(uint32(at), data) {
		return 0
	}
	return at
}
