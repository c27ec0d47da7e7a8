package gql

// Plain is c without the writer of answers.
func Plain(c Config) Config {
	c.plainExecution = true
	return c
}
