package office

import (
	"encoding/binary"
	"unicode/utf16"
)

var oleMagic = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// maxOLESectors bounds the directory that is read.
const maxOLESectors = 4096

// sniffOLE goes by the streams that stand in the root of a compound file
// ([MS-CFB]).
func sniffOLE(data []byte) string {
	names := oleRootNames(data)
	for _, k := range [...][2]string{
		{"EncryptedPackage", "encrypted"}, {"WordDocument", "doc"}, {"Workbook", "xls"}, {"Book", "xls"}, {"PowerPoint Document", "ppt"},
	} {
		if names[k[0]] {
			return k[1]
		}
	}
	return "ole"
}

// oleEntry is a directory entry: its name and the numbers of its neighbours.
type oleEntry struct {
	name               string
	left, right, child uint32
}

func oleRootNames(data []byte) map[string]bool {
	entries := oleDirectory(data)
	names := make(map[string]bool)
	if len(entries) == 0 {
		return names
	}
	seen := make(map[uint32]bool)
	queue := []uint32{entries[0].child}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		if uint64(at) >= uint64(len(entries)) || seen[at] {
			continue
		}
		seen[at] = true
		e := entries[at]
		names[e.name] = true
		queue = append(queue, e.left, e.right)
	}
	return names
}

// oleDirectory reads the directory along its chain in the allocation table.
func oleDirectory(data []byte) []oleEntry {
	if len(data) < 512 {
		return nil
	}
	shift := binary.LittleEndian.Uint16(data[30:])
	if shift != 9 && shift != 12 {
		return nil
	}
	size := 1 << shift
	sector := func(n uint32) []byte {
		at := (int64(n) + 1) * int64(size)
		if n > 0xFFFFFFF0 || at+int64(size) > int64(len(data)) {
			return nil
		}
		return data[at : at+int64(size)]
	}
	next := func(n uint32) uint32 {
		per := uint32(size / 4)
		if n/per >= 109 { // longer tables continue elsewhere; directories are short
			return 0xFFFFFFFE
		}
		fat := sector(binary.LittleEndian.Uint32(data[76+4*(n/per):]))
		if fat == nil {
			return 0xFFFFFFFE
		}
		return binary.LittleEndian.Uint32(fat[4*(n%per):])
	}
	var entries []oleEntry
	at := binary.LittleEndian.Uint32(data[48:])
	for range maxOLESectors {
		s := sector(at)
		if s == nil {
			break
		}
		for ; len(s) >= 128; s = s[128:] {
			entries = append(entries, readOLEEntry(s[:128]))
		}
		at = next(at)
	}
	return entries
}

func readOLEEntry(b []byte) oleEntry {
	n := min(int(binary.LittleEndian.Uint16(b[64:]))/2, 32)
	units := make([]uint16, 0, 32)
	for i := range n {
		if u := binary.LittleEndian.Uint16(b[2*i:]); u != 0 {
			units = append(units, u)
		}
	}
	return oleEntry{
		name: string(utf16.Decode(units)),
		left: binary.LittleEndian.Uint32(b[68:]), right: binary.LittleEndian.Uint32(b[72:]), child: binary.LittleEndian.Uint32(b[76:]),
	}
}
