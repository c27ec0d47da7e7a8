package extract

import "strings"

// inversions adds to the frames of a language with the verb in second place the same clauses in their other orders: "P wechselt
// zu O" also as "wechselt P zu O" (behind an adverb) and "und wechselt zu O" (the subject left out).
func (p *pack) inversions(rules []rule) []rule {
	have := map[string]bool{}
	for _, r := range rules {
		have[r.pattern] = true
	}
	out := rules
	add := func(r rule, pattern string) {
		if !have[pattern] {
			have[pattern] = true
			out = append(out, rule{r.where, pattern, r.action})
		}
	}
	for _, r := range rules {
		subject, verb, rest, ok := p.verbSecond(r.pattern)
		if !ok || strings.HasPrefix(r.action, "none") { // what rules a reading out is meant as it is written
			continue
		}
		add(r, verb+" "+subject+" "+rest)
		if subject == "P" && !strings.Contains(r.action, "who=") {
			add(r, "und "+verb+" "+rest)
		}
	}
	return out
}

// verbSecond cuts a pattern that begins with its subject and a group of verbs.
func (p *pack) verbSecond(pattern string) (subject, verb, rest string, ok bool) {
	subject, rest, ok = strings.Cut(pattern, " ")
	if !ok || subject != "P" && !strings.HasPrefix(subject, "P:") && subject != "O" && !strings.HasPrefix(subject, "O:") || !strings.HasPrefix(rest, "( ") {
		return "", "", "", false
	}
	end := strings.Index(rest, " )")
	if end < 0 || strings.Contains(rest[2:end], "(") || strings.HasPrefix(rest[end:], " )?") {
		return "", "", "", false
	}
	verb, rest = rest[:end+2], strings.TrimSpace(rest[end+2:])
	if rest == "" || strings.HasPrefix(rest, "(") && strings.Contains(verb, ":") || strings.HasPrefix(rest, "$") || strings.HasPrefix(rest, "!") {
		return "", "", "", false
	}
	if w := strings.Fields(verb)[1]; w[0] != '@' && (w[0] < 0x80 && (w[0] < 'a' || w[0] > 'z') || !p.is("aux", w) && !p.verb[w] && (p.is("func", w) || p.is("skip", w) || p.is("former", w) || p.is("current", w) || p.is("new", w))) {
		return "", "", "", false // punctuation, "zuvor", "neuer"
	}
	return subject, verb, rest, true
}
