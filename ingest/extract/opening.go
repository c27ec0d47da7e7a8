package extract

// labelOf takes "• O : …" at the start of an item or short paragraph as what the whole of it is about.
func (d *document) labelOf(s *sentence) {
	if s.block.kind == heading || s.block.title || s != s.block.sentences[0] && !(d.p.compounds && d.numbered(s)) {
		return
	}
	i := 0
	for i < len(s.nodes) && i < 2 && s.toks[s.nodes[i].a].punct && s.nodes[i].low != "\"" {
		i++
	}
	if d.p.compounds {
		i = d.labelStart(s, i)
	}
	if i+2 < len(s.nodes) && isName(&s.nodes[i]) && s.nodes[i].ref == refName && s.nodes[i].org != nil && (s.nodes[i+1].low == ":" || s.nodes[i+1].low == "–" && d.p.is("option", "org-before-role")) && !d.p.is("says", s.nodes[i+2].low) && s.nodes[i+2].low != "\"" {
		d.label, d.labelled = s.nodes[i].org, s.block
		d.focus = d.label
	}
}

// openedBy is the organization with which the sentence opens as where it plays: "Chez O, …", "Aux Éditions du Phare, …".
func (d *document) openedBy(s *sentence) *organization {
	if o := d.slotOpening(s); o != nil {
		return o
	}
	if n := s.nodes; d.p.is("option", "home") && len(n) > 3 && n[0].kind == kindWord && d.p.is("focusprep", n[0].low) && isName(&n[1]) && n[1].ref == refName && n[2].low == "," {
		return n[1].org
	}
	return nil
}

// slotOpening is the organization in whose midst or at whose head a sentence opens: "Au sein de O, …", "À la tête de O, …".
func (d *document) slotOpening(s *sentence) *organization {
	n := s.nodes
	if !d.p.is("option", "home") && !d.p.is("option", "pro-drop") || len(n) < 5 || n[0].kind != kindWord || !d.p.is("focusprep", n[0].low) {
		return nil
	}
	slot := false
	for i := 1; i+1 < len(n) && i < 5; i++ {
		switch {
		case isName(&n[i]):
			if slot && n[i].ref == refName && n[i+1].low == "," && d.p.is("instof", n[i-1].low) {
				return n[i].org
			}
			return nil
		case n[i].kind != kindWord:
			return nil
		}
		slot = slot || d.p.is("orgslot", n[i].low)
	}
	return nil
}

// opensWith reports whether the sentence begins with the organization or with words of place before it: "Chez O, …".
func (s *sentence) opensWith(o *organization) bool {
	for i := range s.nodes {
		if i > 1 {
			return false
		}
		if s.orgAt(i) == o {
			return true
		}
	}
	return false
}

// onlyOrg is the organization that a sentence names where it names just one.
func (s *sentence) onlyOrg() *organization {
	var o *organization
	for i := range s.nodes {
		x := s.orgAt(i)
		if x == nil {
			continue
		}
		if o != nil && o != x {
			return nil
		}
		o = x
	}
	return o
}

// mentions reports whether a sentence of the block names o.
func (b *block) mentions(o *organization) bool {
	for _, s := range b.sentences {
		for i := range s.nodes {
			if s.orgAt(i) == o {
				return true
			}
		}
	}
	return false
}
