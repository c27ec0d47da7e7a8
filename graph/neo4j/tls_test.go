package neo4j_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talentgraph/graph"
	"talentgraph/graph/neo4j"
)

// certificate makes one for 127.0.0.1 that signs itself, and a file with it to trust.
func certificate(t *testing.T) (tls.Certificate, string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature}
	der, err := x509.CreateCertificate(rand.Reader, &template, &template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, file
}

// TestTLS asks a server that is too old for who it is: whoever hears that has got through the encryption.
func TestTLS(t *testing.T) {
	own, file := certificate(t)
	_, other := certificate(t)
	address := listen(t, func(c net.Conn) {
		encrypted := tls.Server(c, &tls.Config{Certificates: []tls.Certificate{own}, MinVersion: tls.VersionTLS12})
		bolt("Neo4j/5.6.0")(encrypted)
	})
	for _, x := range []struct {
		name   string
		config neo4j.Config
		want   error
		text   string
	}{
		{"a certificate that is trusted", neo4j.Config{URI: "bolt+s://" + address, CAFile: file}, graph.ErrInvalid, "too old"},
		{"any certificate", neo4j.Config{URI: "bolt+ssc://" + address}, graph.ErrInvalid, "too old"},
		{"a certificate that nobody knows", neo4j.Config{URI: "bolt+s://" + address}, graph.ErrUnavailable, "certificate"},
		{"a certificate of somebody else", neo4j.Config{URI: "bolt+s://" + address, CAFile: other}, graph.ErrUnavailable, "certificate"},
	} {
		if _, err := neo4j.Open(t.Context(), x.config); !errors.Is(err, x.want) || !strings.Contains(err.Error(), x.text) {
			t.Errorf("%s: error %v, want %v with %q", x.name, err, x.want, x.text)
		}
	}
}
