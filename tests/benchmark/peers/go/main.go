// go-trafilatura over a list of pages: reads lines `id<TAB>path<TAB>url`, writes JSON Lines.
// Only the extraction is timed, not reading and unpacking.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/markusmobius/go-trafilatura"
)

type result struct {
	ID      string   `json:"id"`
	Text    string   `json:"text"`
	Title   string   `json:"title,omitempty"`
	Authors []string `json:"authors"`
	Date    string   `json:"date,omitempty"`
	Error   string   `json:"error,omitempty"`
	Ms      float64  `json:"ms"`
	CPUMs   float64  `json:"cpu_ms"`
}

func unpack(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(unpacked)
}

func cpuTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func extract(page []byte, address string) (found *trafilatura.ExtractResult, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("panic: %v", cause)
		}
	}()
	options := trafilatura.Options{EnableFallback: true, ExcludeComments: true}
	if address != "" {
		options.OriginalURL, _ = url.Parse(address)
	}
	return trafilatura.Extract(bytes.NewReader(page), options)
}

func resultOf(id string, page []byte, address string) result {
	wall, cpu := time.Now(), cpuTime()
	found, err := extract(page, address)
	out := result{ID: id, Authors: []string{}}
	out.CPUMs = (cpuTime() - cpu).Seconds() * 1e3
	out.Ms = time.Since(wall).Seconds() * 1e3
	if err != nil {
		out.Error = err.Error()
		return out
	}
	out.Text, out.Title = found.ContentText, found.Metadata.Title
	for _, author := range strings.Split(found.Metadata.Author, ";") {
		if author = strings.TrimSpace(author); author != "" {
			out.Authors = append(out.Authors, author)
		}
	}
	if !found.Metadata.Date.IsZero() {
		out.Date = found.Metadata.Date.Format("2006-01-02")
	}
	return out
}

func run() error {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) != 3 {
			return fmt.Errorf("not a line of a list of pages: %q", lines.Text())
		}
		page, err := unpack(fields[1])
		if err != nil {
			return err
		}
		if err := encoder.Encode(resultOf(fields[0], page, fields[2])); err != nil {
			return err
		}
	}
	return lines.Err()
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
