package extract

import "talentgraph/ingest/extract/rank"

// manner counts what tells whether an article is told plainly: how long its sentences and its longest paragraph are, in tens of words and in hundreds, and how many
// colons, question marks, semicolons and exclamation marks there are to a sentence.
func (d *document) manner() [rank.MannerCounts]float32 {
	var words, sentences, longest, in float32
	var marks [4]float32
	var last *block
	for _, s := range d.sents {
		if s.block.title || s.block.kind == heading {
			continue
		}
		if s.block != last {
			in, last = 0, s.block
		}
		sentences++
		for i := range s.toks {
			t := &s.toks[i]
			if !t.punct {
				words++
				in++
				continue
			}
			switch t.text {
			case ":":
				marks[0]++
			case "?":
				marks[1]++
			case ";":
				marks[2]++
			case "!":
				marks[3]++
			}
		}
		longest = max(longest, in)
	}
	n := max(sentences, 1)
	return [rank.MannerCounts]float32{words / n / 10, longest / 100, marks[0] / n, marks[1] / n, marks[2] / n, marks[3] / n}
}
