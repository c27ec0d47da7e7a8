package extract

// namedBehind is the person whom the next sentence names, for a sentence that tells of somebody unnamed: "Fue consejera de A y ahora
// aterriza en B. Se llama P." It is nil where the sentence names somebody or the text has named one before and the next does not say so.
func (d *document) namedBehind(s *sentence) *person {
	if !d.p.is("option", "pro-drop") || s.block.kind == heading || s.namesPerson(0) || s.index+1 >= len(d.sents) {
		return nil
	}
	next := d.sents[s.index+1]
	if next.block != s.block {
		return nil
	}
	var q *person
	called := false
	for i := range next.nodes {
		n := &next.nodes[i]
		if n.kind == kindWord && i < 3 {
			called = called || d.p.is("iscalled", n.low)
		}
		if n.kind == kindPerson && n.ref == refName && !d.speaker(next, i) {
			if len(n.persons) != 1 || q != nil {
				return nil
			}
			q = n.persons[0]
		}
	}
	if !called && (d.topic != nil || len(s.nodes) > 11) {
		return nil
	}
	return q
}

// mainPerson is the one person whom the title names, for the languages that leave subjects out; nil where it names none or several.
func (d *document) mainPerson() *person {
	if !d.p.is("option", "pro-drop") || len(d.sents) == 0 || !d.sents[0].block.title {
		return nil
	}
	var q *person
	for _, s := range d.sents {
		if !s.block.title {
			break
		}
		for i := range s.nodes {
			n := &s.nodes[i]
			if n.kind != kindPerson || n.ref != refName {
				continue
			}
			if len(n.persons) != 1 || q != nil && q != n.persons[0] {
				return nil
			}
			q = n.persons[0]
		}
	}
	return q
}

// namesPerson reports whether a sentence of the block names somebody.
func (b *block) namesPerson() bool {
	for _, s := range b.sentences {
		if s.namesPerson(0) {
			return true
		}
	}
	return false
}
