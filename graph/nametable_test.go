package graph

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

const smallTable = `# names
area	EN	0.6
area	DE	0.4
given	john	EN:2000000
given	hans	DE:1500000
given	jane	EN:1000000
given	xena	EN:100
surname	smith	EN:900000 DE:100
surname	mueller	DE:800000
surname	zzyzx	EN:1
nickname	robert	bob rob
nickname	alexander	alex sasha
nickname	alexandra	alex sasha
`

func smallNames(t *testing.T) *NameTable {
	t.Helper()
	names, err := ReadNameTable(strings.NewReader(smallTable))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestCommonness(t *testing.T) {
	names := smallNames(t)
	order := []string{"Smith", "J. Smith", "John Smith", "Hans Müller", "John Zzyzx", "Qwert Uiop"}
	for i, name := range order {
		got := names.Commonness(ParsePersonName(name))
		if got <= 0 || got > 1 {
			t.Errorf("Commonness(%q) = %g", name, got)
		}
		if i > 0 && got > names.Commonness(ParsePersonName(order[i-1])) {
			t.Errorf("%q is commoner than %q", name, order[i-1])
		}
	}
	if got, want := names.Commonness(ParsePersonName("John Smith")), 0.6*0.02*0.009; got < 0.99*want || got > 1.01*want {
		t.Errorf("John Smith: %g, want about %g", got, want)
	}
	if a, b := names.Commonness(ParsePersonName("Hans Mueller")), names.Commonness(ParsePersonName("Müller Hans")); a != b {
		t.Errorf("spelling and order change it: %g, %g", a, b)
	}
	var none *NameTable
	if got := none.Commonness(ParsePersonName("John Smith")); got != 1e-12 {
		t.Errorf("without a table: %g", got)
	}
}

func TestCommon(t *testing.T) {
	names := smallNames(t)
	for _, c := range []struct {
		name string
		n    int
		want bool
	}{{"John Smith", 1, true}, {"Smith, John", 1, true}, {"Smith John", 1, true}, {"Hans Müller", 1, false}, {"Hans Müller", 2, true},
		{"John Qwert", 1000, false}, {"Smith", 1000, false}, {"J. Smith", 1000, false}} {
		if got := names.Common(ParsePersonName(c.name), c.n); got != c.want {
			t.Errorf("Common(%q, %d) = %v", c.name, c.n, got)
		}
	}
	if got := names.GivenNames(2); !slices.Equal(got, []string{"john", "hans"}) {
		t.Errorf("GivenNames: %q", got)
	}
	if got := names.Surnames(99); !slices.Equal(got, []string{"smith", "mueller", "zzyzx"}) {
		t.Errorf("Surnames: %q", got)
	}
}

func TestNickname(t *testing.T) {
	names := smallNames(t)
	for _, c := range []struct {
		a, b string
		want bool
	}{{"Bob", "Robert", true}, {"bob", "rob", true}, {"Alex", "Alexandra", true}, {"Alexander", "Alexandra", false},
		{"Bob", "Bob", false}, {"Bob", "Alexander", false}, {"", "Bob", false}} {
		if names.Nickname(c.a, c.b) != c.want || names.Nickname(c.b, c.a) != c.want {
			t.Errorf("Nickname(%q, %q) is not %v both ways", c.a, c.b, c.want)
		}
	}
}

func TestReadNameTableErrors(t *testing.T) {
	for _, row := range []string{"given", "given\tjohn", "given\tjohn\tEN:x", "given\tjohn\tXX:1", "given\tjohn\tEN:-1", "area\tEN\t2", "area\tEN\tNaN",
		"other\ta\tb"} {
		_, err := ReadNameTable(strings.NewReader("area\tEN\t1\n" + row + "\n"))
		if !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: %v, want ErrInvalid on line 2", row, err)
		}
	}
}

func FuzzReadNameTable(f *testing.F) {
	f.Add(smallTable)
	f.Add("area\tEN\t1\ngiven\tx\tEN:1")
	f.Fuzz(func(t *testing.T, s string) {
		names, err := ReadNameTable(strings.NewReader(s))
		if err == nil {
			names.Commonness(ParsePersonName("John Smith"))
		}
	})
}
