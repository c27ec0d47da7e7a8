package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"talentgraph/graph"
)

// stdinName stands for standard input in messages.
const stdinName = "standard input"

// argument reads what one argument names and reports whether to go on.
func (r *reader) argument(arg string) bool {
	if r.ctx.Err() != nil || r.stopped {
		return false
	}
	if arg == "-" {
		return r.content(stdinName, "", r.opts.Format, newInterruptible(r.ctx, r.stdin), -1)
	}
	files, err := expand(arg)
	if err != nil {
		return r.fail(arg, 0, err)
	}
	for _, file := range files {
		info, err := os.Stat(file)
		switch {
		case err != nil:
			if !r.fail(file, 0, refusal(err)) {
				return false
			}
		case info.IsDir():
			if !r.folder(file) {
				return false
			}
		case !r.file(file):
			return false
		}
	}
	return true
}

// expand is the files and folders that an argument names: itself where it exists, else what it matches as a pattern.
func expand(arg string) ([]string, error) {
	if _, err := os.Lstat(arg); err == nil || !strings.ContainsAny(arg, "*?[") {
		return []string{arg}, nil
	}
	files, err := filepath.Glob(arg) // sorted
	if err != nil {
		return nil, invalid("malformed pattern")
	}
	if len(files) == 0 {
		return nil, invalid("no file matches")
	}
	return files, nil
}

// folder reads the files of a folder and of those in it, by name.
func (r *reader) folder(root string) bool {
	goOn := true
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			goOn = r.fail(path, 0, refusal(err))
		} else if keep, skip := inFolder(root, path, entry); keep {
			if r.opts.Format == "" && byExtension(path) == "" && filepath.Ext(path) != "" {
				if r.opts.Skipped != nil {
					r.opts.Skipped(path)
				}
				return nil
			}
			goOn = r.file(path)
		} else if skip {
			return fs.SkipDir
		}
		if !goOn {
			return fs.SkipAll
		}
		return nil
	})
	return goOn
}

// inFolder decides about an entry met below root: whether it is a file to be read, else whether it is a folder to
// stay out of. Links to files are followed, links to folders are not: they may lead in circles.
func inFolder(root, path string, entry fs.DirEntry) (keep, skip bool) {
	if path != root && strings.HasPrefix(entry.Name(), ".") {
		return false, entry.IsDir()
	}
	if entry.Type()&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		return err != nil || info.Mode().IsRegular(), false
	}
	return entry.Type().IsRegular(), false
}

func (r *reader) file(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return r.fail(path, 0, refusal(err))
	}
	defer f.Close() // only read from
	size := int64(-1)
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		size = info.Size()
	}
	format := r.opts.Format
	if format == "" {
		format = byExtension(path)
	}
	return r.content(path, filepath.ToSlash(path), format, f, size)
}

// content reads one file's articles; size is -1 where it is not known before. The id of a single article is id.
func (r *reader) content(file, id string, format Format, in io.Reader, size int64) bool {
	in = &counter{in, r.opts.Progress}
	buffered := bufio.NewReaderSize(in, 64<<10)
	head, err := peek(buffered)
	if err != nil {
		return r.fail(file, 0, refusal(err))
	}
	if format == "" {
		format = sniff(head)
	}
	if format == JSONL {
		return r.lines(file, buffered, head)
	}
	err = checkSize(format, size)
	var data []byte
	if err == nil {
		data, err = io.ReadAll(io.LimitReader(buffered, MaxText+1))
	}
	if err != nil {
		return r.fail(file, 0, refusal(err))
	}
	d, err := Parse(id, format, data)
	if err != nil {
		return r.fail(file, 0, err)
	}
	return r.document(d, file, 0)
}

// peek is the start of a content, as much as is there without waiting once it holds a line or enough of one.
func peek(in *bufio.Reader) ([]byte, error) {
	for n := 1; ; n = in.Buffered() + 1 {
		_, err := in.Peek(n)
		head, _ := in.Peek(min(in.Buffered(), 4096))
		switch {
		case errors.Is(err, io.EOF):
			return head, nil
		case err != nil:
			return nil, err
		case len(head) >= 512 || bytes.IndexByte(head, '\n') >= 0:
			return head, nil
		}
	}
}

// refusal says in plain words what the operating system says, without the path, which the Error has.
func refusal(err error) error {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: no such file or folder%.0w", graph.ErrInvalid, err)
	case errors.As(err, &path):
		return path.Err
	}
	return err
}

// counter tells progress of what is read through it.
type counter struct {
	in       io.Reader
	progress func(int64)
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	if c.progress != nil && n > 0 {
		c.progress(int64(n))
	}
	return n, err
}

// Total is the bytes of the files that args name, so that Progress can be shown as a share of it. It is -1 where that
// cannot be known, as with standard input. What cannot be read counts nothing.
func Total(args []string) int64 {
	var total int64
	for _, arg := range args {
		if arg == "-" {
			return -1
		}
		files, err := expand(arg)
		if err != nil {
			continue
		}
		for _, file := range files {
			_ = filepath.WalkDir(file, func(path string, entry fs.DirEntry, err error) error {
				if err != nil {
					return nil
				}
				keep, skip := inFolder(file, path, entry)
				if skip {
					return fs.SkipDir
				}
				if info, err := os.Stat(path); keep && err == nil && (path == file || byExtension(path) != "" || filepath.Ext(path) == "") {
					total += info.Size()
				}
				return nil
			})
		}
	}
	return total
}
