package gql

// Plain is c without the writer of answers.
func Plain(c Config) Config {
	c.plainExecution = true
	return c
}

// Told is c with a function that is called where the writer could not answer.
func Told(c Config, executed func()) Config {
	c.executionBegan = executed
	return c
}
