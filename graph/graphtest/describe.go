package graphtest

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"
)

// describe writes a value as lines "path = value", one a leaf, so that two values are the same to a caller exactly
// where their lines are: nil and empty lists read alike, and so do equal times. Times in another zone than UTC differ.
func describe(v any) []string {
	var lines []string
	describeValue(reflect.ValueOf(v), "", &lines)
	return lines
}

func describeValue(v reflect.Value, path string, lines *[]string) {
	leaf := func(s string) { *lines = append(*lines, path+" = "+s) }
	if !v.IsValid() {
		return
	}
	if t, ok := v.Interface().(time.Time); ok {
		if !t.IsZero() {
			leaf(t.Format(time.RFC3339Nano))
		}
		return
	}
	if s, ok := v.Interface().(fmt.Stringer); ok && v.Kind() == reflect.Struct {
		if !v.IsZero() {
			leaf(s.String())
		}
		return
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			describeValue(v.Elem(), path, lines)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); !f.IsZero() {
				describeValue(f, path+"."+v.Type().Field(i).Name, lines)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			at := fmt.Sprintf("%s[%d]", path, i)
			if e := v.Index(i); e.IsZero() {
				*lines = append(*lines, at+" = zero")
			} else {
				describeValue(e, at, lines)
			}
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
		for _, k := range keys {
			at := fmt.Sprintf("%s[%q]", path, fmt.Sprint(k))
			*lines = append(*lines, at)
			describeValue(v.MapIndex(k), at, lines)
		}
	case reflect.String:
		leaf(fmt.Sprintf("%q", v.String()))
	default:
		leaf(fmt.Sprint(v.Interface()))
	}
}

// difference says where two values differ for a caller, empty where they do not.
func difference(got, want any) string {
	g, w := describe(got), describe(want)
	if slices.Equal(g, w) {
		return ""
	}
	var b strings.Builder
	list := func(title string, have, lack []string) {
		in := map[string]bool{}
		for _, l := range lack {
			in[l] = true
		}
		n := 0
		for _, l := range have {
			if !in[l] {
				if n++; n <= 8 {
					fmt.Fprintf(&b, "\n\t%s %s", title, clip(l, 300))
				}
			}
		}
		if n > 8 {
			fmt.Fprintf(&b, "\n\t%s … %d lines in all", title, n)
		}
	}
	list("got ", g, w)
	list("want", w, g)
	return b.String()
}

func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[:n] + "…"
}

// brief is describe on one line.
func brief(v any) string { return "{" + strings.Join(describe(v), ", ") + "}" }
