package graph

// Check is what Record would say of this reading alone: ErrInvalid with what is wrong, or nil. A caller that records
// many readings at once leaves out those that Check refuses, so that none of them costs it the others.
func (r Reading) Check() error { return r.complete() }

// Check is what Record would say of this claim alone: ErrInvalid with what is wrong, or nil.
func (c Claim) Check() error { return c.complete() }
