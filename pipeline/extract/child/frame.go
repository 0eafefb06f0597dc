package child

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"io"

	"rapporteur/pipeline/extract/block"
)

// Request is one piece of work.
type Request struct {
	// Op tells the handler what to do, such as "read".
	Op string
	// Name is the file's name, for messages only.
	Name string
	// Data is the file, whole.
	Data    []byte
	Options block.Options
	// Page, from 1, and DPI are what is to be drawn.
	Page, DPI int
}

// Response is what came of it. Skip and Err exclude each other; Err is for
// faults of ours, Skip for faults of the file.
type Response struct {
	Document block.Document
	Text     string
	// Picture is a page drawn, as PNG.
	Picture []byte
	Skip    *block.SkipError
	Err     string
}

// A frame is a header of 13 bytes, then the two parts whose lengths it gives:
// a gob of the value without its bulk, and the bulk as it is.
//
//	flags 1 byte · length of the gob 4 bytes · length of the bulk 8 bytes
//
// Every frame has a gob stream of its own, so that a frame can be judged alone.
const (
	headerLen = 13
	// maxGob bounds what a peer can make us hold in one frame.
	maxGob = 64 << 20
	// maxBulk is the largest file that is sent to a child.
	maxBulk = 1 << 30
	// flagLast says that the child ends after this response.
	flagLast = 1
)

var errFrame = errors.New("frame out of bounds")

// writeFrame sends v with bulk beside it.
func writeFrame(w io.Writer, flags byte, v any, bulk []byte) error {
	var buf bytes.Buffer
	buf.Write(make([]byte, headerLen))
	if err := gob.NewEncoder(&buf).Encode(v); err != nil {
		return fmt.Errorf("encode frame: %w", err)
	}
	if buf.Len()-headerLen > maxGob || len(bulk) > maxBulk {
		return errFrame
	}
	head := buf.Bytes()[:headerLen]
	head[0] = flags
	binary.BigEndian.PutUint32(head[1:], uint32(buf.Len()-headerLen))
	binary.BigEndian.PutUint64(head[5:], uint64(len(bulk)))
	if _, err := w.Write(buf.Bytes()); err != nil {
		return err
	}
	_, err := w.Write(bulk)
	return err
}

// readFrame reads one frame into v. It gives io.EOF where the stream ends
// between frames and an error, never a panic, for anything malformed.
func readFrame(r io.Reader, v any) (flags byte, bulk []byte, err error) {
	var head [headerLen]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, nil, err
	}
	gobLen := binary.BigEndian.Uint32(head[1:])
	bulkLen := binary.BigEndian.Uint64(head[5:])
	if gobLen > maxGob || bulkLen > maxBulk {
		return 0, nil, errFrame
	}
	body, err := readBounded(r, int64(gobLen))
	if err != nil {
		return 0, nil, err
	}
	if err := decode(body, v); err != nil {
		return 0, nil, err
	}
	bulk, err = readBounded(r, int64(bulkLen))
	return head[0], bulk, err
}

// readBounded reads exactly n bytes. It allocates as they arrive, so that a
// header that promises much does not cost memory.
func readBounded(r io.Reader, n int64) ([]byte, error) {
	if n == 0 {
		return nil, nil
	}
	var buf bytes.Buffer
	buf.Grow(int(min(n, 1<<20)))
	got, err := buf.ReadFrom(io.LimitReader(r, n))
	if err == nil && got < n {
		err = io.ErrUnexpectedEOF
	}
	return buf.Bytes(), err
}

func decode(body []byte, v any) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("decode frame: %v", p)
		}
	}()
	return gob.NewDecoder(bytes.NewReader(body)).Decode(v)
}
