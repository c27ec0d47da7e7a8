package sqlite

// passed remembers which facts passed, in their order: by their places, and where they are many by a bit for each of all.
type passed struct {
	size int64 // of all
	list []uint32
	next int // in the list
	bits []uint64
}

func (x *passed) add(base int64, some []int) {
	for _, i := range some {
		at := uint64(base) + uint64(i)
		if x.bits != nil {
			x.bits[at/64] |= 1 << (at % 64)
		} else {
			x.list = append(x.list, uint32(at))
		}
	}
	if int64(len(x.list)) > x.size/32 {
		x.bits = make([]uint64, (x.size+63)/64)
		for _, at := range x.list {
			x.bits[at/64] |= 1 << (at % 64)
		}
		x.list = nil
	}
}

func (x *passed) rewind() { x.next = 0 }

// in is the places in a chunk of those that passed; the chunks come in their order.
func (x *passed) in(c *chunk, room []int) []int {
	room = room[:0]
	end := min(c.base+int64(c.n), x.size)
	if x.bits == nil {
		for ; x.next < len(x.list) && int64(x.list[x.next]) < end; x.next++ {
			room = append(room, int(int64(x.list[x.next])-c.base))
		}
		return room
	}
	for at := c.base; at < end; at++ {
		if x.bits[at/64]&(1<<(at%64)) != 0 {
			room = append(room, int(at-c.base))
		}
	}
	return room
}
