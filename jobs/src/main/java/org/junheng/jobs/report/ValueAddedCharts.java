package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junheng.jobs.config.Audience;
import org.junheng.jobs.report.Dossier.Subject;
import org.junheng.jobs.report.svg.Caterpillar;
import org.junheng.jobs.report.svg.Chart;
import org.junheng.jobs.report.svg.Estimate;

/** The value-added of all schools of a model, those of one county or cluster marked. Nothing of it is for the public. */
record ValueAddedCharts(SummaryTables tables, Display display, List<Ordered> fits) {
    /** A fit: its estimates from low to high, and at which places the schools and the counties stand; found once, for there are many pages. */
    private record Ordered(
            Fit fit,
            String unit,
            List<Estimate> estimates,
            SortedMap<String, BitSet> bySchool,
            SortedMap<String, BitSet> byCounty) {
        static Ordered of(Fit fit) {
            List<Cells> schools = fit.inOrderOfValue();
            SortedMap<String, BitSet> bySchool = new TreeMap<>();
            SortedMap<String, BitSet> byCounty = new TreeMap<>();
            for (int i = 0; i < schools.size(); i++) {
                Cells row = schools.get(i);
                bySchool.computeIfAbsent(row.text("school_code"), s -> new BitSet())
                        .set(i);
                byCounty.computeIfAbsent(row.text("county_code"), c -> new BitSet())
                        .set(i);
            }
            return new Ordered(
                    fit,
                    fit.schools().get(0).text("unit"),
                    schools.stream().map(ValueAddedCharts::estimate).toList(),
                    bySchool,
                    byCounty);
        }
    }

    static ValueAddedCharts of(SummaryTables tables, Display display) {
        return new ValueAddedCharts(
                tables,
                display,
                tables.audience() == Audience.PUBLIC
                        ? List.of()
                        : Fit.of(tables.valueAdded()).stream().map(Ordered::of).toList());
    }

    List<Chart> of(Subject subject) {
        List<Chart> charts = new ArrayList<>();
        for (Ordered fit : fits) {
            BitSet meant = meant(fit, subject);
            if (!meant.isEmpty()) {
                charts.add(chart(fit, meant, subject));
            }
        }
        return charts;
    }

    /** The places of the schools of a subject. */
    private BitSet meant(Ordered fit, Subject subject) {
        BitSet meant = new BitSet();
        switch (subject.type()) {
            case "school" -> meant.or(fit.bySchool().getOrDefault(subject.id(), meant));
            case "cluster" ->
                tables.clusterSchools()
                        .of(subject)
                        .forEach(code -> meant.or(fit.bySchool().getOrDefault(code, meant)));
            case "county" -> meant.or(fit.byCounty().getOrDefault(subject.id(), meant));
            case "prefecture", "province" ->
                fit.byCounty().forEach((county, places) -> {
                    if (isWithin(county, subject)) {
                        meant.or(places);
                    }
                });
            default -> {}
        }
        return meant;
    }

    private boolean isWithin(String county, Subject area) {
        Places.Place place = tables.places().of("county").get(county);
        return place != null
                && area.id().equals(area.type().equals("province") ? place.province() : place.prefecture());
    }

    private Chart chart(Ordered fit, BitSet meant, Subject subject) {
        Wording wording = display.wording();
        List<Estimate> estimates = fit.estimates();
        boolean all = meant.cardinality() == estimates.size();
        return new Caterpillar(
                wording.text("draw.valueadded", Map.of("fit", fit.fit().name(wording))),
                new Caterpillar.Words(wording.unit(fit.unit()), across(estimates.size())),
                new Caterpillar.Bands(
                        wording.text("band.ABOVE"),
                        wording.text("band.AVERAGE"),
                        wording.text("band.BELOW"),
                        all ? "" : wording.text("draw.meant." + subject.type())),
                IntStream.range(0, estimates.size())
                        .mapToObj(i -> new Caterpillar.One(estimates.get(i), meant.get(i)))
                        .toList());
    }

    private String across(int schools) {
        Wording wording = display.wording();
        int every = Caterpillar.every(schools);
        String all = wording.text("draw.from-low-to-high", Map.of("n", Integer.toString(schools)));
        return every == 1 ? all : all + wording.text("draw.thin", Map.of("every", Integer.toString(every)));
    }

    private static Estimate estimate(Cells row) {
        Double value = row.number("value");
        return new Estimate(value == null ? 0 : value, row.number("ci_low"), row.number("ci_high"));
    }
}
