package source_test

import (
	"strings"
	"testing"

	"talentgraph/ingest/source"
)

// TestHostilePages: what nobody would write as an article is read as text, without a tree where that would be huge.
func TestHostilePages(t *testing.T) {
	for name, page := range map[string]string{
		"too deep for a tree": strings.Repeat("<div>", 5000) + "Ida Holm joins Quill.",
		"too many tags":       "<p>Ida Holm joins Quill.</p>" + strings.Repeat("<td>", 1<<20),
		"a script in front":   "<script>" + strings.Repeat("<td>", 1<<16) + "</script>Ida Holm joins Quill.",
		"no page at all":      "Ida Holm joins Quill.",
	} {
		d, err := source.Parse("page", source.HTML, []byte(page))
		if err != nil || d.Text != "Ida Holm joins Quill." {
			t.Errorf("%s: %.100q, %v", name, d.Text, err)
		}
	}
}

// TestLinesOfHTML: what stands on lines of its own in a page does so in the text.
func TestLinesOfHTML(t *testing.T) {
	for page, want := range map[string]string{
		"<p>One\n two</p><p>Three<br>four</p>":                                      "One two\n\nThree\nfour",
		"<h2>Head</h2><p>Text <b>bold</b>, <i>it</i>.</p>":                          "Head\n\nText bold, it.",
		"<p>a</p><ul><li><p>b</p></li><li>c<ul><li>d</li></ul></li></ul>":           "a\n\nb\nc\nd",
		"<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>": "a | b\nc | d",
		"<p>a&nbsp;b &amp; &lt;c&gt; &rsquo;</p>":                                   "a\u00a0b & <c> ’",
	} {
		if d, err := source.Parse("page", source.HTML, []byte(page)); err != nil || d.Text != want {
			t.Errorf("%s: %q, %v; want %q", page, d.Text, err, want)
		}
	}
}
