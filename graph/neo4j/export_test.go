package neo4j

// Observe has a test hear of each statement of the store before it runs.
func (s *Store) Observe(f func(statement string, p map[string]any)) { s.observe = f }
