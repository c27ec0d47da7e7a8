package catalogue

import "testing"

// BenchmarkLoad reports the time to read and index all organizations, and all names.
func BenchmarkLoad(b *testing.B) {
	b.Run("organizations", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := loadOrganizations(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("names", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := loadNames(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
