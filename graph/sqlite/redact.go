package sqlite

// redact empties the title and URL of articles in every version.
func (w *commit) redact() error {
	for _, id := range w.c.Redact {
		rows, err := w.articleRows(id)
		if err != nil {
			return err
		}
		for _, a := range rows {
			a.article.URL, a.article.Title = "", ""
			if err := w.rewriteArticle(a); err != nil {
				return err
			}
		}
	}
	return nil
}

// unquote empties the quotes of claims in every version.
func (w *commit) unquote() error {
	for _, id := range w.c.Unquote {
		all, err := w.items(id, claimKind)
		if err != nil {
			return err
		}
		for _, i := range all {
			_, n, err := readClaim(i.body)
			if err != nil {
				return err
			}
			a, ok, err := w.recording(n)
			if err != nil {
				return err
			}
			if !ok {
				continue
			}
			for k := range a.claims {
				if a.claims[k].r == i.r {
					a.claims[k] = stated{r: i.r}
				}
			}
			if err := w.rewriteArticle(a); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *commit) rewriteArticle(a articleRow) error {
	return w.exec("UPDATE article SET body = ? WHERE n = ?", articleBody(a.article, a.claims), a.n)
}
