package main

import (
	"context"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"talentgraph/graph"
)

// metrics are what /metrics tells Prometheus.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	running  prometheus.Gauge
}

func newMetrics(g *graph.Graph) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "talentgraph_http_requests_total",
			Help: "HTTP requests answered, by path, method and status."}, []string{"path", "method", "code"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "talentgraph_http_request_seconds",
			Help: "Time to answer HTTP requests, by path.", Buckets: prometheus.ExponentialBuckets(0.001, 2, 14)}, []string{"path"}),
		running: prometheus.NewGauge(prometheus.GaugeOpts{Name: "talentgraph_http_requests_running", Help: "HTTP requests being answered."}),
	}
	m.registry.MustRegister(m.requests, m.seconds, m.running, record{g},
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// watch counts and times the requests to a handler.
func (m *metrics) watch(path string, h http.Handler) http.Handler {
	labels := prometheus.Labels{"path": path}
	h = promhttp.InstrumentHandlerDuration(m.seconds.MustCurryWith(labels), h)
	h = promhttp.InstrumentHandlerCounter(m.requests.MustCurryWith(labels), h)
	return promhttp.InstrumentHandlerInFlight(m.running, h)
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{MaxRequestsInFlight: 4})
}

// record tells at each scrape what the store holds.
type record struct{ graph *graph.Graph }

var (
	storeUp  = prometheus.NewDesc("talentgraph_store_up", "Whether the store answers.", nil, nil)
	commits  = prometheus.NewDesc("talentgraph_commits", "Commits to the record so far.", nil, nil)
	recorded = prometheus.NewDesc("talentgraph_recorded", "What the record and the graph hold now, by kind.", []string{"kind"}, nil)
)

func (record) Describe(to chan<- *prometheus.Desc) {
	to <- storeUp
	to <- commits
	to <- recorded
}

func (r record) Collect(to chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), readinessTimeout)
	defer cancel()
	gauge := func(d *prometheus.Desc, n int, labels ...string) {
		to <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, float64(n), labels...)
	}
	s, err := r.graph.Snapshot(ctx, time.Time{})
	if err != nil {
		gauge(storeUp, 0)
		return
	}
	gauge(storeUp, 1)
	gauge(commits, int(s.Commits))
	gauge(recorded, s.Articles, "articles")
	gauge(recorded, s.Claims, "claims")
	gauge(recorded, s.People, "people")
	gauge(recorded, s.Organizations, "organizations")
	gauge(recorded, s.Moves, "moves")
}
