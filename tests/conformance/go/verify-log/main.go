// Checks a log that Aydyn wrote with another implementation: golang.org/x/mod of the Go project, as Debian packages it.
//
//	verify-log proof VKEY PROOF LEAF    a .tlog-proof and the entry that it is about
//	verify-log tree  VKEY FOLDER        the signed checkpoint, every entry bundle and every tile of a folder
//
// Prints one line and exits 0 when everything holds; otherwise says what does not and exits 1.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8
const tileWidth = 1 << tileHeight

type checkpoint struct {
	origin string
	size   int64
	root   tlog.Hash
}

// openCheckpoint verifies the note's signature and reads the three lines of its text.
func openCheckpoint(signed []byte, vkey string) (checkpoint, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return checkpoint{}, err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return checkpoint{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return checkpoint{}, errors.New("the checkpoint has not the lines or the origin expected")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return checkpoint{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return checkpoint{lines[0], size, root}, err
}

// verifyProof reads a .tlog-proof: header, optional extra line, index, hashes, blank line, checkpoint.
func verifyProof(vkey string, proof, leaf []byte) (string, error) {
	head, signed, found := bytes.Cut(proof, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	if !found || lines[0] != "c2sp.org/tlog-proof@v1" {
		return "", errors.New("not a tlog-proof")
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return "", errors.New("no index line")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "index "), 10, 64)
	if err != nil {
		return "", err
	}
	var path tlog.RecordProof
	for _, line := range lines[1:] {
		hash, err := base64.StdEncoding.DecodeString(line)
		if err != nil || len(hash) != tlog.HashSize {
			return "", errors.New("a hash line is no hash")
		}
		path = append(path, tlog.Hash(*(*[tlog.HashSize]byte)(hash)))
	}
	head2, err := openCheckpoint(signed, vkey)
	if err != nil {
		return "", err
	}
	if err := tlog.CheckRecord(path, head2.size, head2.root, index, tlog.RecordHash(leaf)); err != nil {
		return "", err
	}
	return fmt.Sprintf("entry %d is in %s of size %d", index, head2.origin, head2.size), nil
}

// indexPath writes a tile's number as tlog-tiles does; golang.org/x/mod would put the tile height into the path.
func indexPath(number int64, width int) string {
	path := fmt.Sprintf("%03d", number%1000)
	for rest := number / 1000; rest > 0; rest /= 1000 {
		path = fmt.Sprintf("x%03d/%s", rest%1000, path)
	}
	if width < tileWidth {
		path += fmt.Sprintf(".p/%d", width)
	}
	return path
}

// storedHashes re-hashes every entry of the folder's bundles into the hash storage of golang.org/x/mod.
func storedHashes(folder string, size int64) (tlog.HashReaderFunc, error) {
	var storage []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for at, index := range indexes {
			if index >= int64(len(storage)) {
				return nil, errors.New("no such hash")
			}
			hashes[at] = storage[index]
		}
		return hashes, nil
	})
	for start := int64(0); start < size; start += tileWidth {
		width := tileWidth
		if size-start < tileWidth {
			width = int(size - start)
		}
		bundle, err := os.ReadFile(filepath.Join(folder, "tile/entries", indexPath(start/tileWidth, width)))
		if err != nil {
			return nil, err
		}
		for at := 0; at < width; at++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return nil, errors.New("an entry bundle is cut short")
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			hashes, err := tlog.StoredHashes(start+int64(at), bundle[2:end], reader)
			if err != nil {
				return nil, err
			}
			storage = append(storage, hashes...)
			bundle = bundle[end:]
		}
		if len(bundle) != 0 {
			return nil, errors.New("an entry bundle is too long")
		}
	}
	return reader, nil
}

// verifyTree recomputes root and tiles from the entries alone.
func verifyTree(vkey, folder string) (string, error) {
	signed, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		return "", err
	}
	head, err := openCheckpoint(signed, vkey)
	if err != nil {
		return "", err
	}
	reader, err := storedHashes(folder, head.size)
	if err != nil {
		return "", err
	}
	root, err := tlog.TreeHash(head.size, reader)
	if err != nil {
		return "", err
	}
	if root != head.root {
		return "", errors.New("the entries do not hash to the signed root")
	}
	tiles := 0
	for _, tile := range tlog.NewTiles(tileHeight, 0, head.size) {
		// NewTiles names every partial width on the way; a log must serve only those of its size.
		levelHashes := head.size >> (uint(tile.L) * tileHeight)
		if tile.W < tileWidth && tile.N*tileWidth+int64(tile.W) != levelHashes {
			continue
		}
		expected, err := tlog.ReadTileData(tile, reader)
		if err != nil {
			return "", err
		}
		path := filepath.Join(folder, "tile", strconv.Itoa(tile.L), indexPath(tile.N, tile.W))
		found, err := os.ReadFile(path)
		if err != nil {
			return "", err
		}
		if !bytes.Equal(found, expected) {
			return "", fmt.Errorf("%s holds other hashes", path)
		}
		tiles++
	}
	return fmt.Sprintf("%d entries and %d tiles of %s", head.size, tiles, head.origin), nil
}

func run(arguments []string) (string, error) {
	switch {
	case len(arguments) == 4 && arguments[0] == "proof":
		proof, err := os.ReadFile(arguments[2])
		if err != nil {
			return "", err
		}
		leaf, err := os.ReadFile(arguments[3])
		if err != nil {
			return "", err
		}
		return verifyProof(arguments[1], proof, leaf)
	case len(arguments) == 3 && arguments[0] == "tree":
		return verifyTree(arguments[1], arguments[2])
	default:
		return "", errors.New("usage: verify-log proof VKEY PROOF LEAF | verify-log tree VKEY FOLDER")
	}
}

func main() {
	line, err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(line)
}
